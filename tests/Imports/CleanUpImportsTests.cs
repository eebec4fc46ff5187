using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

public sealed class CleanUpImportsTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    [Fact]
    public async Task RefusedLines_GoAfterThirtyDaysAndTheCountsStay()
    {
        var id = (await Scene.ImportAsync(SomeList.Of(SomeList.Line(1, 1), SomeList.Line(2, 1, village: "441402999999"))))
            .GetProperty("id")
            .GetString()!;

        Scene.Clock.Advance(TimeSpan.FromDays(29));
        await CleanUpAsync();
        Assert.Single((await Scene.ShowAsync(id)).Json.GetProperty("refusedLines").GetProperty("items").EnumerateArray());
        Scene.Clock.Advance(TimeSpan.FromDays(2));
        await CleanUpAsync();

        var import = (await Scene.ShowAsync(id)).Json;
        Assert.Equal(("completed", 2, 2, 1, 0, 1, 1.0), ImportOutcome.Counts(import));
        Assert.Empty(import.GetProperty("refusedLines").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task UploadThatNobodyEnded_IsFailedAfterADay()
    {
        var import = new Import(
            ImportId.New(Scene.Clock.GetUtcNow()),
            ImportPurpose.Enrolment,
            ImportsApp.Worker,
            "名册.csv",
            Scene.Clock.GetUtcNow()
        );
        await Scene.Service<ImportTable>().AddAsync(import, CancellationToken.None);
        Assert.Equal("receiving", (await Scene.ShowAsync(import.Id.Value)).Json.GetProperty("status").GetString());

        Scene.Clock.Advance(TimeSpan.FromHours(25));
        await CleanUpAsync();

        var answer = (await Scene.ShowAsync(import.Id.Value)).Json;
        Assert.Equal(("failed", "名册.csv"), (answer.GetProperty("status").GetString(), answer.GetProperty("fileName").GetString()));
        Assert.DoesNotContain(await Scene.RowsAsync("Imports"), row => row.PartitionKey == "started");
    }

    private Task CleanUpAsync() => Scene.Service<CleanUpImportsHandler>().HandleAsync(CancellationToken.None);
}
