using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Households;

/// <summary>GB 11643-1999. The valid numbers are of nobody: their check characters are computed here by the standard's own formula.</summary>
public sealed class CitizenIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void StandardsExample_IsValid()
    {
        // The example of the standard itself: 11010519491231002X.
        Assert.True(CitizenId.TryParse("11010519491231002x", Today, out var id, out _));
        Assert.Equal(("11010519491231002X", "2", new DateOnly(1949, 12, 31)), (id.Value, id.Sex, id.BornOn));
    }

    [Fact]
    public void AnyWrongDigit_IsFound()
    {
        var right = Some.IdNumber();
        for (var place = 0; place < 17; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit == right[place]) { continue; }
                Assert.False(CitizenId.TryParse(right[..place] + digit + right[(place + 1)..], Today, out _, out var flaw));
                Assert.Equal("id-check", flaw);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("44140219660203123")]
    [InlineData("4414021966020312390")]
    [InlineData("44140219660203123Y")]
    [InlineData("４４１４０２１９６６０２０３１２３９")]
    public void AnotherForm_IsRefused(string text)
    {
        Assert.False(CitizenId.TryParse(text, Today, out _, out var flaw));
        Assert.Equal("id-form", flaw);
    }

    [Theory]
    [InlineData("19660230")]
    [InlineData("20261124")]
    [InlineData("18491231")]
    public void ImpossibleBirthDate_IsRefused(string bornOn)
    {
        Assert.False(CitizenId.TryParse(Some.IdNumber(bornOn), Today, out _, out var flaw));
        Assert.Equal("id-birth", flaw);
    }

    [Fact]
    public void RetiredRegion_IsAccepted()
    {
        const string Digits = "44142119660203123";
        Assert.True(CitizenId.TryParse(Digits + CitizenId.CheckCharacterOf(Digits), Today, out _, out _));
    }

    [Fact]
    public void Print_ShowsNothing() => Assert.DoesNotContain("1966", $"{Parse(Some.IdNumber())}", StringComparison.Ordinal);

    private static CitizenId Parse(string text) => CitizenId.TryParse(text, Today, out var id, out _) ? id : throw new FormatException();
}
