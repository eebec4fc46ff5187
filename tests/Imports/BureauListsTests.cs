using System.Text.Json;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Imports.BureauLists;

namespace Alleviation.Tests.Imports;

/// <summary>What is asked about lists as bureaus send them, and what is enrolled of them.</summary>
public sealed class BureauListsTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    [Theory]
    [InlineData("1b_ids_text.xlsx", 7, 3)]
    [InlineData("1e_head_called_huzhu.xlsx", 7, 3)]
    [InlineData("1f_no_real_merge.xlsx", 7, 3)]
    [InlineData("3a_libreoffice_three_sheets.xlsx", 6, 4)]
    [InlineData("3g_two_line_headings.xlsx", 3, 2)]
    public async Task ListThatIsClear_IsEnrolledAtOnce(string file, int lines, int households)
    {
        var import = await Scene.ImportAsync(List(file), Worker);
        Assert.Equal(("completed", lines, households, households, 0, 0, 1.0), ImportOutcome.Counts(import));
        Assert.Equal(
            lines,
            (await Scene.RowsAsync("Households")).Count(row => row.RowKey.StartsWith("1:member:", StringComparison.Ordinal))
        );
        Assert.Equal(households, (await Scene.RowsAsync("Registry")).Count);
        Assert.True(import.GetProperty("reading").GetProperty("clear").GetBoolean());
    }

    [Fact]
    public async Task PhonesOfEveryForm_CostNoHousehold()
    {
        var import = await Scene.ImportAsync(List("2a_gb18030.csv"), Worker);
        // An ID of 15 digits and one that a spreadsheet rounded; everybody else's telephone is read, or kept as it stands.
        Assert.Equal(
            (11, 9, 2),
            (
                import.GetProperty("households").GetInt32(),
                import.GetProperty("accepted").GetInt32(),
                import.GetProperty("refused").GetInt32()
            )
        );
        Assert.Equal(["id-form", "import-digits-lost"], Codes(import).Order());
    }

    [Fact]
    public async Task OwnHeadings_AreAskedAboutOnce_AndTheNextListOfThatKindIsClear()
    {
        var sent = await Scene.SendAsync(List("4b_half_own_headings.csv"), Worker);
        var waiting = sent.Json;
        Assert.Equal("waiting", waiting.GetProperty("status").GetString());
        var sheet = Assert.Single(waiting.GetProperty("reading").GetProperty("sheets").EnumerateArray());
        Assert.Equal(
            new[] { "健康状况", "联系方式", "手机号码" }.Order(StringComparer.Ordinal),
            sheet
                .GetProperty("columns")
                .EnumerateArray()
                .Where(column => !column.GetProperty("decided").GetBoolean())
                .Select(column => column.GetProperty("heading").GetString()!)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["povertyStatusOn", "takenAt"],
            sheet.GetProperty("missing").EnumerateArray().Select(column => column.GetString()).Order()
        );
        Assert.Equal(0, await Scene.HouseholdsAsync());
        var id = waiting.GetProperty("id").GetString()!;
        var confirmation = Confirmation(
            sheet,
            new() { ["联系方式"] = "householdPhone", ["手机号码"] = "phone" },
            new() { ["takenAt"] = "2026-11-01", ["povertyStatusOn"] = "2026-10-15" }
        );
        Assert.Equal(202, (await Scene.ConfirmAsync(id, confirmation, Worker)).Status);
        Assert.Equal(409, (await Scene.ConfirmAsync(id, confirmation, Worker)).Status);
        await Scene.WorkAsync();
        Assert.Equal(("completed", 2, 1, 1, 0, 0, 1.0), ImportOutcome.Counts((await Scene.ShowAsync(id, Worker)).Json));
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.PartitionKey.StartsWith("file:", StringComparison.Ordinal));
        var household = await Scene.HouseholdAsync("HB-4B-001");
        Assert.Equal(
            [
                ("lifted", new DateOnly(2018, 12, 31), "名册：脱贫年度 2018"),
                ("suddenDifficulty", new DateOnly(2026, 10, 15), "名册：贫困状态 突发严重困难户"),
            ],
            household.PovertyStatuses.Select(status => (status.Code, status.On, status.Source!))
        );
        // Whoever has said it once is not asked again.
        Assert.Equal(
            ("completed", 2, 1, 0, 1, 0, 1.0),
            ImportOutcome.Counts(await Scene.ImportAsync(List("4b_half_own_headings.csv"), Worker))
        );
    }

    [Fact]
    public async Task ListWithoutNumbersAndCodes_FindsVillagesByName_AndSaysWhoseNameIsMissing()
    {
        var waiting = (await Scene.SendAsync(List("4a_own_headings.csv"), Worker)).Json;
        var sheet = Assert.Single(waiting.GetProperty("reading").GetProperty("sheets").EnumerateArray());
        Assert.True(sheet.GetProperty("makesNumbers").GetBoolean());
        Assert.Equal(["kind"], sheet.GetProperty("missing").EnumerateArray().Select(column => column.GetString()));
        var id = waiting.GetProperty("id").GetString()!;
        Assert.Equal(422, (await Scene.ConfirmAsync(id, Confirmation(sheet, [], []), Worker)).Status);
        Assert.Equal(202, (await Scene.ConfirmAsync(id, Confirmation(sheet, [], new() { ["kind"] = "general" }), Worker)).Status);
        await Scene.WorkAsync();
        var import = (await Scene.ShowAsync(id, Worker)).Json;
        // The list has the head's name only: the wife's is asked for, and he waits with her.
        Assert.Equal(
            [("required", "name"), ("import-with-household", null)],
            import
                .GetProperty("refusedLines")
                .GetProperty("items")
                .EnumerateArray()
                .Select(refusal =>
                    (refusal.GetProperty("code").GetString()!, refusal.TryGetProperty("column", out var column) ? column.GetString() : null)
                )
                .OrderByDescending(refusal => refusal.Item1)
        );
    }

    private static IEnumerable<string> Codes(JsonElement import) =>
        import
            .GetProperty("refusedLines")
            .GetProperty("items")
            .EnumerateArray()
            .Select(refusal => refusal.GetProperty("code").GetString()!);
}
