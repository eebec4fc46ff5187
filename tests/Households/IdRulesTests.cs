using Alleviation.Functions.Households;

namespace Alleviation.Tests.Households;

/// <summary>Ids and names: which texts are one, and which are the same.</summary>
public sealed class IdRulesTests
{
    private static readonly string Fingerprint = string.Concat(Enumerable.Repeat("0123456789abcdef", 2));

    [Fact]
    public void HouseholdId_IsAShardAndTheRestOfTheFingerprint()
    {
        var id = HouseholdId.OfFingerprint(Fingerprint);
        Assert.Equal("01-23456789abcdef0123456789abcdef", id.Value);
        Assert.True(HouseholdId.TryParse(id.Value, out var parsed));
        Assert.Equal((id, id.Value), (parsed, $"{parsed}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01-23456789abcdef0123456789abcde")]
    [InlineData("01-23456789abcdef0123456789abcdef0")]
    [InlineData("01-23456789ABCDEF0123456789abcdef")]
    [InlineData("01-23456789abcdef0123456789abcdeg")]
    [InlineData("g1-23456789abcdef0123456789abcdef")]
    [InlineData("01023456789abcdef0123456789abcdef")]
    [InlineData("01-2345678-abcdef0123456789abcdef")]
    public void OtherText_IsNoHouseholdId(string? text)
    {
        Assert.False(HouseholdId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Theory]
    [InlineData("P44-01", "44")]
    [InlineData("P4414-01", "4414")]
    [InlineData("P441402-01", "441402")]
    [InlineData("P441402004-12345", "441402")]
    [InlineData("P441402004001-01", "441402")]
    public void PhysicianId_NamesItsCounty_OrWhatIsBeyondIt(string text, string partition)
    {
        Assert.True(PhysicianId.TryParse(text, out var id));
        Assert.Equal((partition, text), (id.Partition, $"{id}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("441402-01")]
    [InlineData("P441402-1")]
    [InlineData("P441402-123456")]
    [InlineData("P44140-01")]
    [InlineData("P441402-01\n")]
    public void OtherText_IsNoPhysicianId(string? text) => Assert.False(PhysicianId.TryParse(text, out _));

    [Theory]
    // The check character is of the standard's formula; the birth date is the first and the last that there can be.
    [InlineData("18500101", "2026-11-23", null)]
    [InlineData("18491231", "2026-11-23", "id-birth")]
    [InlineData("20261123", "2026-11-23", null)]
    [InlineData("20261124", "2026-11-23", "id-birth")]
    [InlineData("20260230", "2026-11-23", "id-birth")]
    public void BirthInACitizenId_IsADayOfSomebodyAlive(string bornOn, string today, string? flaw)
    {
        var digits = $"441402{bornOn}001";
        Assert.Equal(
            flaw is null,
            CitizenId.TryParse(digits + CitizenId.CheckCharacterOf(digits), DateOnly.Parse(today, null), out var id, out var found)
        );
        Assert.Equal((flaw, flaw is null), (found, id is not null));
    }

    [Theory]
    [InlineData('\u00B7')]
    [InlineData('\u2022')]
    [InlineData('\u2027')]
    [InlineData('\u30FB')]
    [InlineData('\u2219')]
    [InlineData('\u22C5')]
    [InlineData('\u2024')]
    [InlineData('\u16EB')]
    [InlineData('.')]
    [InlineData('\u3002')]
    [InlineData('\u25CF')]
    [InlineData('\u318D')]
    [InlineData('\u0387')]
    [InlineData('\uFF65')]
    [InlineData('\uFF0E')]
    public void MiddleDots_AreAllAlike(char dot) => Assert.Equal("艾力·买买提", NameForm.Of($"艾力{dot}买买提"));

    [Theory]
    // Full width begins with the exclamation mark and ends with the tilde.
    [InlineData("\uFF01", "!")]
    [InlineData("\uFF5E", "~")]
    [InlineData("\uFF00", "\uFF00")]
    [InlineData("\uFF5F", "\uFF5F")]
    [InlineData("张\u0007三\t", "张三")]
    public void FullWidth_IsComparedAsHalfWidth_AndWhatIsNotSeenIsLeftOut(string name, string form) =>
        Assert.Equal(form, NameForm.Of(name));
}
