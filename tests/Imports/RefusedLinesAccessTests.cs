using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>
/// A household's number leads to the household: of a list that somebody else sent it is told with a reason only, and that is recorded.
/// </summary>
public sealed class RefusedLinesAccessTests() : WithScene<RefusedLinesAccessTests.RefusedScene>(RefusedScene.StartAsync)
{
    private AppUnderTest App => Scene.Sender.App;

    private HttpClient Worker => Scene.Sender.Worker;

    [Fact]
    public async Task Sender_SeesTheNumbersOfTheOwnList() =>
        Assert.Equal([SomeList.NumberOf(1), SomeList.NumberOf(1)], await NumbersAsync(Worker));

    [Fact]
    public async Task Official_SeesThemWithAReasonOnly_AndItIsAudited()
    {
        using var official = await App.OfficialAsync("4414");
        Assert.Equal([null, null], await NumbersAsync(official));

        official.DefaultRequestHeaders.Add("X-Access-Reason", "complaint 17");
        Assert.Equal([SomeList.NumberOf(1), SomeList.NumberOf(1)], await NumbersAsync(official));

        using var auditor = await App.AuditorAsync();
        var day = App.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var rows = (await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?day={day}&subject={Scene.Path.Split('/')[^1]}"))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        foreach (var action in new[] { "import.read", "import.list-refused" })
        {
            Assert.Contains(
                rows,
                row =>
                    row.GetProperty("action").GetString() == action
                    && row.GetProperty("role").GetString() == "official"
                    && row.TryGetProperty("reason", out var reason)
                    && reason.GetString() == "complaint 17"
            );
        }
    }

    [Fact]
    public async Task OfficialOfAnotherCounty_AndAnotherWorker_FindNoImport()
    {
        foreach (var caller in new[] { await App.OfficialAsync("441403"), await App.HealthWorkerAsync("441402") })
        {
            caller.DefaultRequestHeaders.Add("X-Access-Reason", "complaint 17");
            Assert.All(
                await Task.WhenAll(Paths.Select(path => caller.GetAsync(new Uri(path, UriKind.Relative)))),
                answer => Assert.Equal(404, (int)answer.StatusCode)
            );
            caller.Dispose();
        }
    }

    private string[] Paths => [Scene.Path, $"{Scene.Path}/refused-lines"];

    // As the import shows them, and as the list of refusals does.
    private async Task<IReadOnlyList<string?>> NumbersAsync(HttpClient caller)
    {
        var import = await caller.GetFromJsonAsync<JsonElement>(new Uri(Paths[0], UriKind.Relative));
        var page = await caller.GetFromJsonAsync<JsonElement>(new Uri(Paths[1], UriKind.Relative));
        return
        [
            .. new[] { import.GetProperty("refusedLines"), page }.Select(refused =>
                Assert.Single(refused.GetProperty("items").EnumerateArray()).TryGetProperty("registrationNumber", out var number)
                    ? number.GetString()
                    : null
            ),
        ];
    }

    /// <param name="Path">Of an import with two lines, both refused.</param>
    public sealed record RefusedScene(WorkerScene Sender, string Path) : IAsyncDisposable
    {
        public static Task<RefusedScene> StartAsync() =>
            WorkerScene
                .StartAsync(Some.County)
                .ThenAsync(async sender =>
                {
                    using var list = new ByteArrayContent(SomeList.Of(SomeList.Line(1, 1, village: "441402999999")));
                    using var answer = await sender.Worker.PostAsync(new Uri("/api/imports?enrol=whenClear", UriKind.Relative), list);
                    var path = answer.Headers.Location!.ToString();
                    await Eventually.SeesAsync(
                        () => sender.Worker.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative)),
                        import => import.GetProperty("status").GetString() is "completed"
                    );
                    return new RefusedScene(sender, path);
                });

        public ValueTask DisposeAsync() => Sender.DisposeAsync();
    }
}
