using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>
/// A year of a panel, day by day: what is due stands on both lists in time and leaves when it is done, and the figure is a recount's. PANEL
/// sets the number of households.
/// </summary>
public sealed class FulfilmentTests() : WithScene<VisitApp>(StartAsync)
{
    private const int Days = 380;
    private static readonly int Panel = RandomPart.Of("PANEL", 16);
    private static readonly Caller Worker = new("worker", Role.HealthWorker, [Some.Township], null, "示例");
    private readonly Random _random = new(20261123);
    private readonly Dictionary<string, (HouseholdId Id, FulfilmentRecount Recount)> _panel = new(StringComparer.Ordinal);

    private static Task<VisitApp> StartAsync() =>
        VisitApp.StartAsync(
            Some.Member(conditions: ["I10", "E11"]),
            Some.Member("1", "19680405", male: false, "F20"),
            Some.Member("2", "19950607", male: true, "A15"),
            Some.Member("5", "19450607", male: true, "I10")
        );

    [Fact]
    public async Task YearOfAPanel_ShowsEveryVisitInTime_AndItsFulfilmentIsExact()
    {
        await EnrolPanelAsync();
        var visits = 0;
        for (var day = 0; day < Days; day++)
        {
            var today = Scene.Today;
            await ShowsWhatIsDueAsync(today);
            var visitsOfDay = 0;
            foreach (var (id, recount) in _panel.Values)
            {
                foreach (
                    var (member, form) in recount
                        .DueBy(today.AddDays(_random.Next(3) == 0 ? 5 : 0))
                        .Where(_ => _random.Next(4) == 0)
                        .ToList()
                )
                {
                    recount.Visit(member, form, today, await VisitAsync(id, member, form));
                    visitsOfDay++;
                }
            }

            if (visitsOfDay > 0)
            {
                await ShowsWhatIsDueAsync(today);
            }
            visits += visitsOfDay;
            foreach (var (_, recount) in _panel.Values)
            {
                recount.EndOf(today);
            }
            Scene.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.InRange(visits, 3 * Panel, 100 * Panel);
        await AgreesAsync();
    }

    private async Task EnrolPanelAsync()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Panel - 1),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) =>
                await Scene.Worker.EnrolsAsync(
                    Some.Household(
                        Some.Village,
                        Some.Member(conditions: number % 2 == 0 ? "I10" : "E11"),
                        Some.Member("1", "19680405", male: false)
                    )
                )
        );
        await Pipeline.SettledAsync(Scene.App.Storage, TimeSpan.FromMinutes(5));
        foreach (
            var household in (await Scene.App.Get<ListWorklistHandler>().AllAsync(WorklistReading.OwnerOf(VisitApp.Responsible)))
                .Select(line => line.HouseholdId)
                .Distinct()
        )
        {
            Assert.True(HouseholdId.TryParse(household, out var id));
            _panel[household] = (
                id,
                new FulfilmentRecount((await Scene.App.Get<HouseholdTable>().FindAsync(id, CancellationToken.None))!.Household)
            );
        }

        Assert.Equal(Panel, _panel.Count);
    }

    private async Task ShowsWhatIsDueAsync(DateOnly today)
    {
        var expected = _panel
            .SelectMany(household => household.Value.Recount.DueBy(today).Select(due => $"{household.Key} {due.Member} {due.Form}"))
            .Order(StringComparer.Ordinal)
            .ToList();
        var list = Scene.App.Get<ListWorklistHandler>();
        var filter = new WorklistFilter([HouseholdTask.FollowUpKind]);
        Assert.Equal(expected, DueOf(await list.AllAsync(WorklistReading.OwnerOf(VisitApp.Responsible), filter), today));
        Assert.Equal(expected, DueOf(await list.AllAsync(WorklistReading.OfRegion(Some.Village), filter), today));
    }

    private static List<string> DueOf(IReadOnlyList<WorklistLine> list, DateOnly today) =>
        [
            .. list.SelectMany(line =>
                    line.FollowUps.Where(followUp => followUp.DueOn <= today)
                        .Select(followUp => $"{line.HouseholdId} {line.Member} {followUp.Form}")
                )
                .Order(StringComparer.Ordinal),
        ];

    private async Task<DateOnly> VisitAsync(HouseholdId household, int member, string form)
    {
        var changes = (form, _random.Next(4)) switch
        {
            ("tuberculosis", 0) => """{"doseAdherence":80}""",
            ("tuberculosis", 1) => """{"phase":"1"}""",
            ("severeMentalDisorder", 0) => """{"symptomSeverity":"3"}""",
            ("hypertension" or "elderlyHealthCheck", 0) => """{"systolic":185}""",
            ("type2Diabetes", 0) => """{"fastingGlucose":9}""",
            _ => "{}",
        };
        Assert.True(ClientId.TryParse(SomeVisit.Id(), out var id));
        var answers = SomeVisit
            .AnswersSent(form, changes)
            .ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));
        var result = await Scene
            .App.Get<SaveVisitHandler>()
            .HandleAsync(
                household,
                member,
                id,
                new VisitRequest(form, Scene.Clock.GetUtcNow(), "2", answers, null, null, null),
                Worker,
                CancellationToken.None
            );
        Assert.Equal(SaveVisitOutcome.Saved, result.Outcome);
        Assert.Equal(result.View!.NextDueOn, result.View.Line!.FollowUps.Single(followUp => followUp.Form == form).DueOn);
        return result.View.NextDueOn;
    }

    private async Task AgreesAsync()
    {
        await Scene.App.Get<RollUpCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None);
        var region = (await Scene.App.Get<GetCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None))!.Region;
        var measures = region.Measures.ToDictionary(measure => measure.Code);
        var today = Scene.Clock.Today();

        var fulfilments = _panel.Values.Select(household => household.Recount.LastTwelveMonths(today)).ToList();
        Assert.InRange(fulfilments.Sum(fulfilment => fulfilment.Due), 3 * Panel, 100 * Panel);
        Assert.Equal(
            (fulfilments.Sum(fulfilment => fulfilment.OnTime), fulfilments.Sum(fulfilment => fulfilment.Due)),
            (measures["followUpsInTime"].Numerator, measures["followUpsInTime"].Denominator)
        );
        Assert.Equal(Sum(recount => recount.Managed), region.Counts.Managed.ToDictionary());
        Assert.Equal(Sum(recount => recount.ToStandard(today)), region.Counts.ToStandard.ToDictionary());
        Assert.Equal((Panel + 4, Panel + 4), (measures["managed"].Numerator, measures["managed"].Denominator));
        Assert.Equal(
            region.Counts.ToStandard.Where(pair => pair.Key != "elderlyHealthCheck").Sum(pair => pair.Value),
            measures["toStandard"].Numerator
        );
        Assert.InRange(measures["inControl"].Numerator, 0, Panel + 4);
    }

    private Dictionary<string, int> Sum(Func<FulfilmentRecount, Dictionary<string, int>> count) =>
        _panel
            .Values.SelectMany(household => count(household.Recount))
            .GroupBy(pair => pair.Key)
            .ToDictionary(same => same.Key, same => same.Sum(pair => pair.Value));
}
