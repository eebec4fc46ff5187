using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>
/// A service with a physician, a health worker and one listed household, whose first member is followed for hypertension.
/// </summary>
public sealed class VisitApp : IAsyncDisposable
{
    public const string Responsible = "P441402004-01";

    private VisitApp(AppUnderTest app, TestClock clock, HttpClient worker, HttpClient physician, HouseholdId household) =>
        (App, Clock, Worker, Physician, Household) = (app, clock, worker, physician, household);

    public AppUnderTest App { get; }

    public TestClock Clock { get; }

    public HttpClient Worker { get; }

    public HttpClient Physician { get; }

    public HouseholdId Household { get; }

    public DateOnly Today => Clock.Today();

    public static async Task<VisitApp> StartAsync(params Dictionary<string, object?>[] members)
    {
        var clock = new TestClock();
        return await AppUnderTest
            .StartAsync(
                clock,
                settings: new Dictionary<string, string?>
                {
                    ["Access:PasswordRounds"] = "10000",
                    ["Access:TokenLifetime"] = "08:00:00",
                    ["Changes:ShownWithin"] = "00:00:05",
                    ["Coverage:Delay"] = "00:10:00",
                    ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:05",
                }
            )
            .ThenAsync(async app =>
            {
                await app.HasPhysicianAsync(Responsible, Some.Township, "generalPractice;cardiology", panelSize: 2_000);
                var (worker, physician) = (await app.HealthWorkerAsync(Some.Township), await app.PhysicianAsync(Responsible));
                var listed = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household(Some.Village, members)));
                Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var household));
                await Pipeline.SettledAsync(app.Storage);
                return new VisitApp(app, clock, worker, physician, household);
            });
    }

    /// <param name="changes">JSON: what is answered otherwise than well.</param>
    public Task<HttpResponseMessage> VisitsAsync(
        string form,
        string changes = "{}",
        string? id = null,
        DateTimeOffset? at = null,
        HttpClient? by = null,
        int member = 1
    ) => PutAsync(SomeVisit.Body(form, at ?? Clock.GetUtcNow(), changes), id, by, member);

    public Task<HttpResponseMessage> PutAsync(object body, string? id = null, HttpClient? by = null, int member = 1) =>
        (by ?? Worker).PutAsJsonAsync($"/api/households/{Household}/members/{member}/visits/{id ?? SomeVisit.Id()}", body);

    public async Task<JsonElement> LineAsync(int member = 1)
    {
        var list = await Physician.GetFromJsonAsync<JsonElement>($"/api/physicians/{Responsible}/worklist");
        return list.GetProperty("items")
            .EnumerateArray()
            .Single(line => line.TryGetProperty("member", out var number) && number.GetInt32() == member);
    }

    public async Task<CareSchedule> ScheduleAsync(int member = 1)
    {
        var partition = await App.Get<HouseholdTable>().ReadAsync(Household, CancellationToken.None);
        return partition!.Find(MemberCare.StoredAs.Of(member))!.Schedule;
    }

    public async Task<MemberSummary> SummaryAsync(int member = 1) =>
        (await App.Get<HouseholdTable>().FindAsync(Household, CancellationToken.None))!.Household.Members.Single(person =>
            person.Number == member
        );

    /// <summary>A visit for hypertension that has to be saved; what it is answered with.</summary>
    public async Task<JsonElement> SavesAsync(string changes = "{}")
    {
        using var answer = await VisitsAsync("hypertension", changes);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public async Task<Household> HouseholdAsync() =>
        (await App.Get<HouseholdTable>().FindAsync(Household, CancellationToken.None))!.Household;

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
