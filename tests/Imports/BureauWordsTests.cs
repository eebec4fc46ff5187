using Alleviation.Tests.Support;
using static Alleviation.Tests.Imports.BureauLists;

namespace Alleviation.Tests.Imports;

/// <summary>Everyday words in a list as a bureau sends it.</summary>
public sealed class BureauWordsTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    [Fact]
    public async Task EverydayWords_MeanOneCode_OrAreRefusedWithWhatIsAccepted()
    {
        var import = await Scene.ImportAsync(List("4d_labels.csv"), Worker);
        Assert.Equal(106, import.GetProperty("households").GetInt32());
        var refusals = import
            .GetProperty("refusedLines")
            .GetProperty("items")
            .EnumerateArray()
            .Where(refusal => refusal.GetProperty("code").GetString() is not "import-with-household")
            .ToList();
        Assert.Equal(
            import.GetProperty("refused").GetInt32(),
            refusals.Select(refusal => refusal.GetProperty("registrationNumber").GetString()).Distinct().Count()
        );
        Assert.All(
            refusals,
            refusal =>
                Assert.True(
                    refusal.GetProperty("code").GetString() is "one-head" or "condition-of-women"
                        || refusal.GetProperty("choices").GetArrayLength() > 0,
                    refusal.ToString()
                )
        );
        Assert.Equal(
            RefusedLabels,
            refusals
                .Select(refusal => refusal.GetProperty("registrationNumber").GetString()![^3..])
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    // Two heads; kinds that are none; causes that are none; illnesses without a code here, or with several; a man who is pregnant.
    private static readonly string[] RefusedLabels =
    [
        "001",
        "002",
        "044",
        "045",
        "046",
        "047",
        "048",
        "049",
        "050",
        "064",
        "065",
        "072",
        "084",
        "086",
        "091",
        "092",
        "093",
        "094",
        "097",
        "098",
        "105",
        "106",
    ];
}
