using Alleviation.Functions.Access;
using Alleviation.Tests.Imports.Files;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Imports.ImportOutcome;

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
    public async Task ImportOfAnother_LooksAsIfItDidNotExist()
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
}
