using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Tests.Support;

/// <summary>A listed household with a sick member, its responsible physician, and specialists at three levels above.</summary>
public sealed class CareScene : IAsyncDisposable
{
    public const string Responsible = "P441402004-01";
    public const string County = "P441402-01";
    public const string City = "P4414-01";
    public const string Internet = "P44-01";

    private CareScene(AppUnderTest app, HttpClient worker, HouseholdId household) => (App, Worker, Household) = (app, worker, household);

    public AppUnderTest App { get; }

    public HttpClient Worker { get; }

    public HouseholdId Household { get; }

    public TestClock Clock => (TestClock)App.Clock;

    /// <summary>The address of something of the sick member.</summary>
    public string Of(string path) => $"/api/households/{Household}/members/1/{path}";

    /// <param name="specialists">The discipline of those above; not one that the member's plan calls for, so that nobody is of the team
    /// already.</param>
    public static async Task<CareScene> StartAsync(string specialists = "psychiatry", IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Coverage:Delay"] = "00:10:00" };
        return await AppUnderTest
            .StartAsync(settings: all)
            .ThenAsync(async app =>
            {
                await app.HasPhysicianAsync(Responsible, Some.Township);
                await app.HasPhysicianAsync(County, Some.County, specialists);
                await app.HasPhysicianAsync(City, Some.City, specialists);
                await app.HasPhysicianAsync(Internet, "44", specialists);
                var worker = await app.HealthWorkerAsync(Some.Township);
                var listed = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
                Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var household));
                return new CareScene(app, worker, household);
            });
    }

    public async Task<Household> ReadAsync() => (await App.Get<HouseholdTable>().FindAsync(Household, CancellationToken.None))!.Household;

    /// <summary>What is open of a kind: its reference and whose it is.</summary>
    public async Task<IReadOnlyList<(string Reference, string? For)>> TasksAsync(string kind) =>
        [.. (await ReadAsync()).Tasks.Where(task => task.Kind == kind).Select(task => (task.Reference, task.For))];

    public async Task<IReadOnlyList<string>> GuestsAsync() => [.. (await ReadAsync()).Guests.Select(guest => guest.PhysicianId)];

    /// <summary>The steps that the record tells of a kind, in the order of time.</summary>
    public async Task<IReadOnlyList<string?>> EntriesAsync(string kind)
    {
        var number = (await ReadAsync()).Members[0].RecordNumber;
        // The clock may have been moved past a working day.
        using var worker = await App.HealthWorkerAsync(Some.Township);
        var page = await worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}/entries");
        return
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() == kind)
                .OrderBy(entry => entry.GetProperty("at").GetDateTimeOffset())
                .Select(entry => entry.GetProperty("facts").GetProperty("step").GetString()),
        ];
    }

    public static string NewId() => Guid.NewGuid().ToString("N");

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

public static class Answering
{
    public static async Task<JsonElement> PutsAsync(
        this HttpClient client,
        string address,
        object body,
        HttpStatusCode status = HttpStatusCode.Created
    ) => await AnswerAsync(await client.PutAsJsonAsync(address, body), status);

    public static async Task<JsonElement> PostsAsync(
        this HttpClient client,
        string address,
        object? body = null,
        HttpStatusCode status = HttpStatusCode.OK
    ) => await AnswerAsync(body is null ? await client.PostAsync(address, null) : await client.PostAsJsonAsync(address, body), status);

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(
                status == answer.StatusCode,
                $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {answer.StatusCode}, not {status}: {text}"
            );
            return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        }
    }
}
