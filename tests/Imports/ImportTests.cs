using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

public sealed class ImportTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    [Fact]
    public async Task GoodList_EnrolsItsHouseholdsAndFillsTheRegistry()
    {
        var import = await Scene.ImportAsync(SomeList.Households(30));

        Assert.Equal(("completed", 60, 30, 30, 0, 0, 1.0), Counts(import));
        Assert.Equal(30, await Scene.HouseholdsAsync());
        var registry = await Scene.RowsAsync("Registry");
        Assert.Equal(30, registry.Count);
        Assert.All(registry, row => Assert.Equal(SomeList.Village, row.PartitionKey));
        Assert.Equal(
            registry.Select(row => row.RowKey).Order(),
            (await Scene.RowsAsync("Households")).Select(row => row.PartitionKey).Distinct().Order()
        );
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
    }

    [Fact]
    public async Task LinesOfAHouseholdApart_AreBroughtTogether()
    {
        var lines = Enumerable
            .Range(1, 20)
            .Select(household => SomeList.Line(household, 1))
            .Concat(Enumerable.Range(1, 20).Reverse().Select(household => SomeList.Line(household, 2)));

        var import = await Scene.ImportAsync(SomeList.Of([.. lines]));

        Assert.Equal(("completed", 40, 20, 20, 0, 0, 1.0), Counts(import));
        Assert.Equal(20, (await Scene.RowsAsync("Households")).Count(row => row.RowKey == "1:member:02"));
    }

    [Fact]
    public async Task Workbook_IsImportedLikeACsv()
    {
        object?[][] rows =
        [
            [.. SomeList.Headings.Split(',')],
            .. SomeList.Household(1).Select(line => line.Split(',').ToArray<object?>()),
        ];

        Assert.Equal(("completed", 2, 1, 1, 0, 0, 1.0), Counts(await Scene.ImportAsync(Sheets.Workbook(rows))));
        Assert.Equal(("completed", 2, 1, 0, 1, 0, 1.0), Counts(await Scene.ImportAsync(SomeList.Households(1))));
    }

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
    public async Task RegistryOnly_EntersHouseholdsAndEnrolsNobody()
    {
        var import = await Scene.ImportAsync(
            Sheets.Csv(
                "户编号,村代码",
                $"MZ-000001,{SomeList.Village}",
                $"MZ-000002,{SomeList.Village}",
                $"MZ-000001,{SomeList.Village}",
                "MZ-000003,441402999999"
            ),
            query: "?purpose=registry"
        );

        Assert.Equal(("completed", 4, 3, 2, 0, 1, 1.0), Counts(import));
        Assert.Equal([(5, "villageCode", "village-unknown")], Refusals(import));
        Assert.Equal(2, (await Scene.RowsAsync("Registry")).Count);
        Assert.Equal(0, await Scene.HouseholdsAsync());
    }

    [Fact]
    public async Task Template_FilledInByHand_IsEnrolledButNeverAsItIs()
    {
        var template = await Scene.CallAsync(
            (functions, request) => functions.TemplateAsync(request, CancellationToken.None),
            query: "?format=csv",
            language: "zh-CN"
        );

        Assert.Equal([(2, "registrationNumber", "import-example-line")], Refusals(await Scene.ImportAsync(template.Body)));
        var filledIn = SomeList.Text(template.Body).Replace("EXAMPLE-0001", "MZ-000001", StringComparison.Ordinal);
        Assert.Equal(("completed", 1, 1, 1, 0, 0, 1.0), Counts(await Scene.ImportAsync(Sheets.Csv(filledIn))));
    }

    [Fact]
    public async Task WrongFile_IsAnsweredAtOnceAndLeavesNothing()
    {
        Assert.Equal(422, (await Scene.SendAsync(Sheets.Csv("甲,乙", "1,2"))).Status);
        Assert.Equal(422, (await Scene.SendAsync(SomeList.Of())).Status);
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.ContainsKey("Sealed"));
        Assert.Empty(await Scene.ReceiveAsync());
    }

    [Fact]
    public async Task OthersImport_LooksLikeNone()
    {
        var id = (await Scene.ImportAsync(SomeList.Households(1), ImportsApp.Worker with { Regions = ["441402"] }))
            .GetProperty("id")
            .GetString()!;
        var neighbour = ImportsApp.Worker with { AccountId = "worker-2" };
        var official = new Caller("official-1", Role.Official, ["4414"], null, "Official");

        Assert.Equal(404, (await Scene.ShowAsync(id, neighbour)).Status);
        Assert.Equal(404, (await Scene.DownloadRefusedAsync(id, neighbour)).Status);
        Assert.Equal(
            404,
            (await Scene.CallAsync((functions, request) => functions.CancelAsync(request, id, CancellationToken.None), neighbour)).Status
        );
        Assert.Equal(404, (await Scene.ConfirmAsync(id, new { sheets = Array.Empty<object>() }, neighbour)).Status);
        Assert.Equal(404, (await Scene.ConfirmAsync(id, new { sheets = Array.Empty<object>() }, official)).Status);
        Assert.Equal(200, (await Scene.ShowAsync(id, official)).Status);
        Assert.Equal(403, (await Scene.DownloadRefusedAsync(id, official)).Status);
        Assert.Equal(404, (await Scene.ShowAsync(id, official with { Regions = ["441403"] })).Status);
        var mine = (await Scene.CallAsync((functions, request) => functions.ListAsync(request, CancellationToken.None))).Json.GetProperty(
            "items"
        );
        Assert.Equal(id, Assert.Single(mine.EnumerateArray()).GetProperty("id").GetString());
        Assert.Empty(
            (await Scene.CallAsync((functions, request) => functions.ListAsync(request, CancellationToken.None), neighbour))
                .Json.GetProperty("items")
                .EnumerateArray()
        );
    }

    internal static (string Status, int Lines, int Households, int Accepted, int Unchanged, int Refused, double Progress) Counts(
        JsonElement import
    ) =>
        (
            import.GetProperty("status").GetString()!,
            import.GetProperty("lines").GetInt32(),
            import.GetProperty("households").GetInt32(),
            import.GetProperty("accepted").GetInt32(),
            import.GetProperty("unchanged").GetInt32(),
            import.GetProperty("refused").GetInt32(),
            import.GetProperty("progress").GetDouble()
        );

    private static IEnumerable<(int Line, string? Column, string Code)> Refusals(JsonElement import) =>
        import
            .GetProperty("refusedLines")
            .GetProperty("items")
            .EnumerateArray()
            .Select(refusal =>
                (
                    refusal.GetProperty("line").GetInt32(),
                    refusal.TryGetProperty("column", out var column) ? column.GetString() : null,
                    refusal.GetProperty("code").GetString()!
                )
            );
}
