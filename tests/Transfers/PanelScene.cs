using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>
/// A service with a listed household of four and three physicians of its township; every answer is held against the document.
/// </summary>
public sealed class PanelScene : IAsyncDisposable
{
    public const string Responsible = "P441402004-01";
    public const string Colleague = "P441402004-02";
    public const string Stranger = "P441403100-01";

    private PanelScene(AppUnderTest app, HttpClient worker, HttpClient physician, HttpClient other, string householdId) =>
        (App, Worker, Physician, Other, HouseholdId, Talk) = (app, worker, physician, other, householdId, new Conversation(worker));

    public AppUnderTest App { get; }

    public HttpClient Worker { get; }

    public HttpClient Physician { get; }

    public HttpClient Other { get; }

    public Conversation Talk { get; }

    public string HouseholdId { get; }

    /// <param name="household">What is enrolled; a household of four with one chronic patient where it is left out.</param>
    public static Task<PanelScene> StartAsync(object? household = null) =>
        AppUnderTest
            .StartAsync()
            .ThenAsync(async app =>
            {
                await app.HasPhysicianAsync(Responsible, Some.Township);
                var worker = await app.HealthWorkerAsync(Some.Township);
                var listed = await worker.ListedAsync(await worker.EnrolsAsync(household ?? Some.Household()));
                // Only now, so that the household is the first one's.
                await app.HasPhysicianAsync(Colleague, Some.Township);
                await app.HasPhysicianAsync(Stranger, "441403100");
                return new PanelScene(
                    app,
                    worker,
                    await app.PhysicianAsync(Responsible),
                    await app.PhysicianAsync(Colleague),
                    listed.GetProperty("id").GetString()!
                );
            });

    public Task<HttpClient> ByAsync(string physicianId) => App.PhysicianAsync(physicianId);

    public Task<Answer> CallAsync(
        string operation,
        int status,
        object? body = null,
        HttpClient? by = null,
        string query = "",
        string? ifMatch = null,
        params (string Name, string Value)[] path
    ) =>
        Talk.CallAsync(
            operation,
            status,
            body,
            path.Append(("householdId", HouseholdId)).ToDictionary(part => part.Item1, part => part.Item2),
            query,
            ifMatch is null ? null : new Dictionary<string, string> { ["If-Match"] = ifMatch },
            by
        );

    public async Task<JsonElement> WorklistAsync(HttpClient client, string physicianId) =>
        await client.GetFromJsonAsync<JsonElement>($"/api/physicians/{physicianId}/worklist");

    /// <summary>What waits for a physician of the kind.</summary>
    public async Task<IReadOnlyList<JsonElement>> TasksAsync(HttpClient client, string physicianId, string kind) =>
        [
            .. (await WorklistAsync(client, physicianId))
                .GetProperty("items")
                .EnumerateArray()
                .SelectMany(line => line.GetProperty("tasks").EnumerateArray())
                .Where(task => task.GetProperty("kind").GetString() == kind),
        ];

    public async Task<Household> HeaderAsync()
    {
        Assert.True(Functions.Households.HouseholdId.TryParse(HouseholdId, out var id));
        return (await App.Get<HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household;
    }

    public async Task StateAsync(string physicianId, PhysicianState state, int panelSize = 500, string region = Some.Township)
    {
        var result = await App.Get<SavePhysicianHandler>()
            .HandleAsync(
                new PhysicianRequest(physicianId, "医师", ["generalPractice"], region, "示范医院", panelSize, null, state),
                version: null,
                CancellationToken.None
            );
        Assert.Equal(SavePhysicianOutcome.Changed, result.Outcome);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
