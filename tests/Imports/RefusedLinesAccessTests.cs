using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>
/// A household's number leads to the household: of a list that somebody else sent it is told with a reason only, and that is recorded.
/// </summary>
public sealed class RefusedLinesAccessTests : IAsyncLifetime
{
    private AppUnderTest _app = null!;
    private HttpClient _worker = null!;
    private string _path = "";

    public async Task InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync();
        _worker = await _app.HealthWorkerAsync("441402");
        using var list = new ByteArrayContent(SomeList.Of(SomeList.Line(1, 1, village: "441402999999")));
        using var answer = await _worker.PostAsync(new Uri("/api/imports?enrol=whenClear", UriKind.Relative), list);
        _path = answer.Headers.Location!.ToString();
        await Eventually.SeesAsync(
            () => _worker.GetFromJsonAsync<JsonElement>(new Uri(_path, UriKind.Relative)),
            import => import.GetProperty("status").GetString() is "completed"
        );
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task Sender_SeesTheNumbersOfTheOwnList() =>
        Assert.Equal([SomeList.NumberOf(1), SomeList.NumberOf(1)], await NumbersAsync(_worker));

    [Fact]
    public async Task Official_SeesThemWithAReasonOnly_AndItIsAudited()
    {
        using var official = await _app.OfficialAsync("4414");
        Assert.Equal([null, null], await NumbersAsync(official));

        official.DefaultRequestHeaders.Add("X-Access-Reason", "complaint 17");
        Assert.Equal([SomeList.NumberOf(1), SomeList.NumberOf(1)], await NumbersAsync(official));

        using var auditor = await _app.AuditorAsync();
        var day = _app.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var rows = (await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?day={day}&subject={_path.Split('/')[^1]}"))
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
        foreach (var caller in new[] { await _app.OfficialAsync("441403"), await _app.HealthWorkerAsync("441402") })
        {
            caller.DefaultRequestHeaders.Add("X-Access-Reason", "complaint 17");
            Assert.All(
                await Task.WhenAll(Paths.Select(path => caller.GetAsync(new Uri(path, UriKind.Relative)))),
                answer => Assert.Equal(404, (int)answer.StatusCode)
            );
            caller.Dispose();
        }
    }

    private string[] Paths => [_path, $"{_path}/refused-lines"];

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
}
