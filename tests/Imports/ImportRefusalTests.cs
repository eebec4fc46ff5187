using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Imports.ImportOutcome;

namespace Alleviation.Tests.Imports;

/// <summary>Lines and files that are refused: which, why, and what becomes of the rest.</summary>
public sealed class ImportRefusalTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    [Fact]
    public async Task Refusals_NameTheLineTheColumnAndTheReason()
    {
        var import = await Scene.ImportAsync(
            SomeList.Of(
                SomeList.Line(1, 1),
                SomeList.Line(1, 2, idNumber: "441402195001010018"),
                SomeList.Line(2, 1, village: "441402999999"),
                SomeList.Line(3, 1, idNumber: "4.41402E+17"),
                SomeList
                    .Line(4, 1)
                    .Replace("低保户", "富裕户", StringComparison.Ordinal)
                    .Replace("2026-01-02", "前天", StringComparison.Ordinal),
                ",441402004001,,低保户,,张三," + SomeList.IdNumber(9, 1) + ",0,,,,",
                SomeList.Line(5, 1)
            )
        );

        Assert.Equal(("completed", 7, 6, 1, 0, 5, 1.0), Counts(import));
        Assert.Equal(
            [
                (2, null, "import-with-household"),
                (3, "idNumber", "id-check"),
                (4, "villageCode", "village-unknown"),
                (5, "idNumber", "import-digits-lost"),
                (6, "kind", "import-unknown-value"),
                (6, "takenAt", "import-date"),
                (7, "registrationNumber", "required"),
            ],
            Refusals(import).Where(refusal => refusal.Column is not "sex").Order()
        );
        Assert.Contains(
            "line 3",
            import.GetProperty("refusedLines").GetProperty("items")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RefusalsInChinese_NameTheChineseHeading()
    {
        var id = (await Scene.ImportAsync(SomeList.Of(SomeList.Line(3, 1, idNumber: "4.41402E+17")))).GetProperty("id").GetString()!;

        var refusal = (await Scene.ShowAsync(id, language: "zh-CN")).Json.GetProperty("refusedLines").GetProperty("items")[0];

        Assert.Equal("身份证号", refusal.GetProperty("column").GetString());
        Assert.Contains("丢失", refusal.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MendedList_SentAgain_DoublesNothing()
    {
        var id = (
            await Scene.ImportAsync(
                SomeList.Of([
                    .. SomeList.Household(1),
                    SomeList.Line(2, 1),
                    SomeList.Line(2, 2, idNumber: "441402195001010018").Replace("东村2号", "=1+1", StringComparison.Ordinal),
                ])
            )
        )
            .GetProperty("id")
            .GetString()!;
        var refused = SomeList.Text((await Scene.DownloadRefusedAsync(id, language: "zh-CN")).Body);
        Assert.Equal(3, refused.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("户编号,", refused, StringComparison.Ordinal);
        Assert.Contains(",工作表,行号,原因", refused, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", refused, StringComparison.Ordinal);

        var mended = refused
            .Replace("'441402195001010018", "'" + SomeList.IdNumber(2, 2), StringComparison.Ordinal)
            .Replace("'=1+1", "东村2号", StringComparison.Ordinal);
        var second = await Scene.ImportAsync(Sheets.Csv(Sheets.Utf8WithMark, mended));
        var third = await Scene.ImportAsync(SomeList.Households(2));

        Assert.Equal(("completed", 2, 1, 1, 0, 0, 1.0), Counts(second));
        Assert.Equal(("completed", 4, 2, 0, 2, 0, 1.0), Counts(third));
        Assert.Equal(2, await Scene.HouseholdsAsync());
        Assert.Equal(2, (await Scene.RowsAsync("Registry")).Count);
    }

    [Fact]
    public async Task HouseholdEnrolledWithOtherContent_IsRefused()
    {
        await Scene.ImportAsync(SomeList.Households(1));

        var import = await Scene.ImportAsync(SomeList.Households(1, members: 1));

        Assert.Equal(("completed", 1, 1, 0, 0, 1, 1.0), Counts(import));
        Assert.Equal([(2, "registrationNumber", "import-enrolled-differently")], Refusals(import));
    }

    [Fact]
    public async Task VillageOfAnotherCounty_IsRefusedAndStaysOutOfTheRegistry()
    {
        var import = await Scene.ImportAsync(SomeList.Households(1), ImportsApp.Worker with { Regions = ["441403"] });

        Assert.Equal([(2, "villageCode", "village-not-yours"), (3, null, "import-with-household")], Refusals(import));
        Assert.Empty(await Scene.RowsAsync("Registry"));
    }

    [Fact]
    public async Task HouseholdWithMoreLinesThanAnyHas_IsRefusedWhole()
    {
        var import = await Scene.ImportAsync(
            SomeList.Of([.. Enumerable.Range(1, 250).Select(member => SomeList.Line(1, member)), SomeList.Line(2, 1)])
        );

        Assert.Equal(("completed", 251, 2, 1, 0, 1, 1.0), Counts(import));
        Assert.Equal(250, import.GetProperty("refusedLineCount").GetInt32());
    }

    [Fact]
    public async Task WrongFile_IsAnsweredAtOnceAndLeavesNothing()
    {
        Assert.Equal(422, (await Scene.SendAsync(Sheets.Csv("甲,乙", "1,2"))).Status);
        Assert.Equal(422, (await Scene.SendAsync(SomeList.Of())).Status);
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
        Assert.Empty(await Scene.ReceiveAsync());
    }
}
