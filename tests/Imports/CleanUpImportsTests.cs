using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Storage;

namespace Alleviation.Tests.Imports;

public sealed class CleanUpImportsTests : IAsyncLifetime
{
    private ImportsApp _app = null!;

    public async Task InitializeAsync() => _app = await ImportsApp.StartAsync();

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task RefusedLines_GoAfterThirtyDaysAndTheCountsStay()
    {
        var id = (await _app.ImportAsync(SomeList.Of(SomeList.Line(1, 1), SomeList.Line(2, 1, village: "441402999999"))))
            .GetProperty("id")
            .GetString()!;

        _app.Clock.Advance(TimeSpan.FromDays(29));
        await CleanUpAsync();
        Assert.Single((await _app.ShowAsync(id)).Json.GetProperty("refusedLines").GetProperty("items").EnumerateArray());
        _app.Clock.Advance(TimeSpan.FromDays(2));
        await CleanUpAsync();

        var import = (await _app.ShowAsync(id)).Json;
        Assert.Equal(("completed", 2, 2, 1, 0, 1, 1.0), ImportTests.Counts(import));
        Assert.Empty(import.GetProperty("refusedLines").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task UploadThatNobodyEnded_IsFailedAfterADay()
    {
        var import = new Import(
            ImportId.New(_app.Clock.GetUtcNow()),
            ImportPurpose.Enrolment,
            ImportsApp.Worker,
            "名册.csv",
            _app.Clock.GetUtcNow()
        );
        await _app.Service<ImportTable>().AddAsync(import, CancellationToken.None);
        Assert.Equal("receiving", (await _app.ShowAsync(import.Id.Value)).Json.GetProperty("status").GetString());

        _app.Clock.Advance(TimeSpan.FromHours(25));
        await CleanUpAsync();

        var answer = (await _app.ShowAsync(import.Id.Value)).Json;
        Assert.Equal(("failed", "名册.csv"), (answer.GetProperty("status").GetString(), answer.GetProperty("fileName").GetString()));
        Assert.DoesNotContain(await _app.RowsAsync("Imports"), row => row.PartitionKey == "started");
    }

    private Task CleanUpAsync() => _app.Service<CleanUpImportsHandler>().HandleAsync(CancellationToken.None);
}
