using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Households;

/// <summary>
/// GB 11643-1999. The valid numbers are of nobody: their check characters are computed here by the standard's own formula.
/// </summary>
public sealed class CitizenIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string, string?, string?, string?, string?> Examples
    {
        get
        {
            var file = new SeedFolder().Read<JsonElement>("cases", "citizen-ids");
            Assert.Equal(Today.ToString("O"), file.GetProperty("today").GetString());
            var examples = new TheoryData<string, string?, string?, string?, string?>();
            foreach (var example in file.GetProperty("items").EnumerateArray())
            {
                examples.Add(Text("text")!, Text("value"), Text("bornOn"), Text("sex"), Text("flaw"));

                string? Text(string name) => example.TryGetProperty(name, out var value) ? value.GetString() : null;
            }

            return examples;
        }
    }

    /// <summary>web/tests/citizenId.test.ts runs the same examples.</summary>
    [Theory, MemberData(nameof(Examples))]
    public void AnExample_IsReadAsItSays(string text, string? value, string? bornOn, string? sex, string? flaw)
    {
        CitizenId.TryParse(text, Today, out var id, out var found);

        Assert.Equal((value, bornOn, sex, flaw), (id?.Value, id?.BornOn.ToString("O"), id?.Sex, found));
    }

    [Fact]
    public void AnyWrongDigit_IsFound()
    {
        var right = Some.IdNumber();
        for (var place = 0; place < 17; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit == right[place])
                {
                    continue;
                }
                Assert.False(CitizenId.TryParse(right[..place] + digit + right[(place + 1)..], Today, out _, out var flaw));
                Assert.Equal("id-check", flaw);
            }
        }
    }

    [Fact]
    public void Print_ShowsNothing() => Assert.DoesNotContain("1966", $"{Parse(Some.IdNumber())}", StringComparison.Ordinal);

    private static CitizenId Parse(string text) => CitizenId.TryParse(text, Today, out var id, out _) ? id : throw new FormatException();
}
