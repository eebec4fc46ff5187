using Alleviation.Functions.Access;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.FollowUps;

/// <summary>A year of a small panel, day by day: what is due stands on both lists in time and leaves when it is done, and the figure is a recount's.</summary>
public sealed class FulfilmentTests : IAsyncLifetime
{
    private readonly Random _random = new(20261123);
    private VisitApp _app = null!;
    private FulfilmentRecount _recount = null!;

    public async Task InitializeAsync()
    {
        _app = await VisitApp.StartAsync(
            Some.Member(conditions: ["I10", "E11"]),
            Some.Member("1", "19680405", male: false, "F20"),
            Some.Member("2", "19950607", male: true, "A15"),
            Some.Member("5", "19450607", male: true, "I10"));
        _recount = new FulfilmentRecount((await _app.App.Get<HouseholdTable>().FindAsync(_app.Household, CancellationToken.None))!.Household);
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task YearOfAPanel_ShowsEveryVisitInTime_AndItsFulfilmentIsExact()
    {
        var visits = 0;
        for (var day = 0; day < 380; day++)
        {
            var today = _app.Today;
            await ShowsWhatIsDueAsync(today);
            foreach (var (member, form) in _recount.DueBy(today.AddDays(_random.Next(3) == 0 ? 5 : 0)).Where(_ => _random.Next(4) == 0).ToList())
            {
                var next = await VisitAsync(member, form);
                _recount.Visit(member, form, today, next);
                visits++;
            }

            await ShowsWhatIsDueAsync(today);
            _recount.EndOf(today);
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.InRange(visits, 30, 500);
        await AgreesAsync();
    }

    private async Task ShowsWhatIsDueAsync(DateOnly today)
    {
        var expected = _recount.DueBy(today).Select(one => $"{one.Member} {one.Form}").Order(StringComparer.Ordinal).ToList();
        Assert.True(PhysicianId.TryParse(VisitApp.Responsible, out var physician));
        var list = _app.App.Get<ListWorklistHandler>();
        Assert.Equal(expected, DueOf(await list.HandleAsync(physician, new WorklistFilter("followUp"), CancellationToken.None), today));
        Assert.Equal(expected, DueOf(await list.HandleAsync(Some.Village, new WorklistFilter("followUp"), CancellationToken.None), today));
    }

    private static List<string> DueOf(Worklist list, DateOnly today) =>
    [
        .. list.Items.SelectMany(line => line.FollowUps.Where(followUp => followUp.DueOn <= today).Select(followUp => $"{line.Member} {followUp.Form}")).Order(StringComparer.Ordinal),
    ];

    private async Task<DateOnly> VisitAsync(int member, string form)
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
        Assert.True(VisitId.TryParse(SomeVisit.Id(), out var id));
        var answers = SomeVisit.Told(form, changes).ToDictionary(pair => pair.Key, pair => System.Text.Json.JsonSerializer.SerializeToElement(pair.Value));
        var result = await _app.App.Get<SaveVisitHandler>().HandleAsync(
            _app.Household,
            member,
            id,
            new SaveVisit(form, _app.Clock.GetUtcNow(), "2", answers, null, null, null),
            new Caller("worker", Role.HealthWorker, [Some.Township], null, "示例"),
            CancellationToken.None);
        Assert.Equal(SaveVisitOutcome.Saved, result.Outcome);
        Assert.Equal(result.View!.NextDueOn, result.View.Line!.FollowUps.Single(followUp => followUp.Form == form).DueOn);
        return result.View.NextDueOn;
    }

    private async Task AgreesAsync()
    {
        await _app.App.Get<RollUpCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None);
        var region = (await _app.App.Get<GetCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None))!.Region;
        var measures = region.Measures.ToDictionary(measure => measure.Code);

        var (due, onTime) = _recount.LastTwelveMonths(_app.Clock.Today());
        Assert.InRange(due, 25, 400);
        Assert.Equal((onTime, due), (measures["fulfilment"].Numerator, measures["fulfilment"].Denominator));
        Assert.Equal(_recount.Managed, region.Counts.Managed.ToDictionary());
        Assert.Equal(_recount.ToStandard(_app.Clock.Today()), region.Counts.ToStandard.ToDictionary());
        Assert.Equal((5, 5), (measures["managed"].Numerator, measures["managed"].Denominator));
        Assert.Equal(region.Counts.ToStandard.Where(pair => pair.Key != "elderlyHealthCheck").Sum(pair => pair.Value), measures["toStandard"].Numerator);
        Assert.InRange(measures["inControl"].Numerator, 0, 5);
    }
}
