using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Imports;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Functions.Referrals;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.PoisonMessages;

/// <summary>
/// A message that was put aside and whose work has been done since is no poison message any more; one whose work is open stays one.
/// </summary>
public sealed class SettledPoisonMessagesTests
{
    private const string Nobody = "00-000000000000000000000000000000";
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task AProblemWhoseWorkIsDone_IsClosedByItself_AndTheOthersStay()
    {
        await using var app = await AppUnderTest.StartAsync(keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var manager = await app.OperatorAsync();
        var listed = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        var (id, version) = (listed.GetProperty("id").GetString()!, listed.GetProperty("version").GetInt32());
        await Pipeline.SettledAsync(app.Storage);
        var done = new[]
        {
            await OpenAsync(app, new EnrolmentReceived(id, 1)),
            await OpenAsync(app, new RoutingDue(id, 2)),
            await OpenAsync(app, new HouseholdChanged(id, version)),
            // Never committed: there is no work.
            await OpenAsync(app, new EnrolmentReceived(Nobody, 1)),
            await OpenAsync(app, new HouseholdChanged(id, version + 1)),
            // Nobody waits for it any more.
            await OpenAsync(app, new ReferralTimeout(id, 1, Id, 1)),
            await OpenAsync(app, new ClaimCheck("P441402004-01", DateTimeOffset.UnixEpoch, id, 1, Id)),
            await OpenAsync(app, new RosterChanged(Some.Township)),
            await OpenAsync(app, new ImportChunkReady(Id, "")),
        };
        var open = new[]
        {
            await OpenAsync(app, new CoverageRequested(Some.Township)),
            await OpenAsync(app, new ReminderDue(id, version, new Reminder(ReminderKind.VisitTomorrow, "20261201", 1))),
            await OpenAsync(app, "changes", "no pointer at all"),
            await OpenAsync(app, "enrolments", """{"n":"enrolment-received","v":1,"d":{"household":"no id","householdVersion":1}}"""),
        };
        Assert.Equal(done.Concat(open).Order(), await ProblemsAsync(manager));

        await app.FireAsync("SettlePoisonMessages");

        Assert.Equal(open.Order(), await ProblemsAsync(manager));
    }

    /// <summary>
    /// The count that showing asks for may be what failed: it is asked for again, and the region's own poison message closes with it.
    /// </summary>
    [Fact]
    public async Task ACountThatWasMadeSince_ClosesItsProblem()
    {
        var clock = new TestClock();
        await using var app = await AppUnderTest.StartAsync(clock, keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var manager = await app.OperatorAsync();
        var listed = await worker.ListedAsync(await worker.EnrolsAsync(Some.Household()));
        await Pipeline.SettledAsync(app.Storage);
        await OpenAsync(app, new CoverageRequested(Some.Township));
        await OpenAsync(app, new HouseholdChanged(listed.GetProperty("id").GetString()!, listed.GetProperty("version").GetInt32()));
        clock.Advance(TimeSpan.FromHours(1));

        await app.FireAsync("SettlePoisonMessages");
        await Eventually.SeesAsync(
            () => app.Get<CoverageTable>().CountedAtAsync(Some.Township, CancellationToken.None),
            at => at == clock.GetUtcNow()
        );
        await app.FireAsync("SettlePoisonMessages");

        Assert.Empty(await ProblemsAsync(manager));
    }

    /// <summary>A household that is not built yet is a poison message that stays.</summary>
    [Fact]
    public async Task AProblemWhoseWorkIsOpen_Stays()
    {
        await using var app = await AppUnderTest.StartAsync(keepsPoison: true);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var manager = await app.OperatorAsync();
        var location = await worker.EnrolsAsync(Some.Household());
        await Pipeline.SettledAsync(app.Storage);
        var unrouted = await worker.GetFromJsonAsync<JsonElement>(location);
        Assert.Equal("unrouted", unrouted.GetProperty("status").GetString());
        var open = await OpenAsync(app, new RoutingDue(unrouted.GetProperty("id").GetString()!, 2));
        var roster = await OpenAsync(app, new RosterChanged(Some.Township));

        await app.FireAsync("SettlePoisonMessages");

        Assert.Equal(new[] { open, roster }.Order(), await ProblemsAsync(manager));
    }

    /// <summary>A queue that was added and whose poison messages nobody can tell would keep them for ever.</summary>
    [Fact]
    public async Task EveryQueue_SaysWhetherItsWorkIsDone()
    {
        await using var app = await AppUnderTest.StartAsync(keepsPoison: true);

        var queues = app.Get<IEnumerable<RequiredQueue>>()
            .Select(queue => queue.Name)
            .Where(name => !name.EndsWith(QueueSetup.PoisonSuffix, StringComparison.Ordinal));

        Assert.Equal(queues.Order(), app.Get<IEnumerable<FinishedWork>>().Select(work => work.Queue).Order());
    }

    private static Task<string> OpenAsync<T>(AppUnderTest app, T message)
        where T : IMessage => OpenAsync(app, T.Queue, Pointer.Write(message));

    private static async Task<string> OpenAsync(AppUnderTest app, string queue, string text)
    {
        await app.Get<PoisonMessageTable>().OpenAsync(queue, text, CancellationToken.None);
        return $"{queue} {PoisonMessageTable.IdOf(text)}";
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(HttpClient manager) =>
        (await manager.GetFromJsonAsync<JsonElement>("/api/poison-messages"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(poisonMessage => $"{poisonMessage.GetProperty("queue").GetString()} {poisonMessage.GetProperty("id").GetString()}")
            .Order();
}
