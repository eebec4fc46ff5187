using System.Text.Json;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.ReferenceData;

/// <summary>web/tests/units.test.ts runs the same examples.</summary>
public sealed class UnitsTests
{
    private static readonly SeedFolder Seeds = new();
    private static readonly ReadingKinds Kinds = new(Seeds);

    public static TheoryData<string, string, string?, string?> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string?, string?>();
            foreach (var example in Seeds.Read<JsonElement>("cases", "readings").GetProperty("items").EnumerateArray())
            {
                examples.Add(Text("reading")!, Text("value")!, Text("unit"), Text("kept"));

                string? Text(string name) =>
                    example.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;
            }

            return examples;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void AValue_IsKeptAsTheExampleSays(string reading, string value, string? unit, string? expected) =>
        Assert.Equal(
            expected is null ? null : decimal.Parse(expected, null),
            Kinds.Find(reading)!.ToCanonical(decimal.Parse(value, null), unit)
        );

    [Fact]
    public void ATestResult_IsRoundedByTheSameRule() =>
        Assert.Equal(111m, new Functions.TestReports.LabTests(Seeds).Find("creatinine")!.ToCanonical(1.25m, "mg/dL"));
}
