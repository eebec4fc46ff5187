using System.Text.Json.Nodes;
using Alleviation.Demo.Households;

namespace Alleviation.Demo.Year;

/// <summary>What a member's year follows from, beside the member.</summary>
internal sealed record MemberSetting(int Household, int Number, CountyPace Pace, DateOnly EnrolledOn, DateOnly Today, Backlog Backlog);

/// <summary>What waits for physicians; the same for a few households and for many, as more of them have more physicians.</summary>
/// <param name="Days">That the first draft of a plan waits in the middle.</param>
/// <param name="Revising">The share of plans that are being revised at the end.</param>
internal sealed record Backlog(int Days, double Revising)
{
    // Measured with so many, for which a physician has a handful of plans to decide on.
    private const int Households = 200;

    public static Backlog Of(int households) =>
        new(Math.Clamp(26 * Households / households, 3, 26), Math.Min(0.25, 0.2 * Households / households));
}

/// <summary>A year of one member's care: the plan, the visits that are due, and what comes of them.</summary>
internal sealed class MemberYear(Dice dice, MemberSetting setting, DemoMember member, int age)
{
    // A health worker gives account of what the plan asks for beside the visits; what lies further back would change nothing any more.
    internal const int ReportedSinceDays = 120;

    // What the plan asks for is due each three months at the most often.
    private const int BetweenReports = 88;
    private const int CheckWithinDays = 90;
    private const int Elderly = 65;

    private readonly MemberEvents _events = new(dice, setting.Household, setting.Number);
    private readonly string[] _conditions = [.. member.Conditions.Select(condition => condition.Code).Distinct()];
    private readonly Lateness _lateness = new(dice, setting.Pace, setting.Today);
    private DateOnly? _signedOn;
    private DateOnly? _endedOn;

    public IReadOnlyList<YearEvent> Draw()
    {
        if (_conditions.Length > 0)
        {
            DrawPlan(setting.EnrolledOn);
            new MemberVisits(dice, setting, _conditions, age, _lateness, _events).Draw(_signedOn, _endedOn ?? setting.Today);
            _events.AddRange(
                new MemberCases(dice, setting.Household, setting.Number, _conditions[0], setting.EnrolledOn, setting.Today).Draw()
            );
        }
        DrawElderly();
        return _events.All;
    }

    private void DrawElderly()
    {
        var turnsElderlyOn = member.BornOn.AddYears(Elderly);
        var isElderly = turnsElderlyOn <= setting.EnrolledOn;
        // The plan of whoever comes of age in the year is drafted at the end of a month.
        var from = isElderly ? setting.EnrolledOn : new DateOnly(turnsElderlyOn.Year, turnsElderlyOn.Month, 1).AddMonths(1).AddDays(4);
        if (from >= setting.Today)
        {
            return;
        }
        var due = setting.EnrolledOn < from ? from.AddDays(CheckWithinDays - 35) : from.AddDays(CheckWithinDays);
        var on = dice.Chance(setting.Pace.Punctual) ? due.AddDays(-dice.Between(3, 50)) : _lateness.DayOf(due, from);
        on = WorkingDays.OnOrBefore(on > from ? on : from.AddDays(5));
        var found = new IllnessCourse(dice, setting.Pace, age, isIll: _conditions.Length > 0).At(2, "elderlyHealthCheck", on);
        if (on < setting.Today)
        {
            _events.AddVisit(on, due, "elderlyHealthCheck", VisitAnswers.Body(dice, "elderlyHealthCheck", on, found));
        }
        if (_conditions.Length == 0)
        {
            DrawPlan(from);
            DrawActivities();
        }
    }

    private void DrawPlan(DateOnly from)
    {
        var isTuberculosis = _conditions.Contains("A15");
        var wait = isTuberculosis ? dice.Between(1, 4) : 2 + dice.Between(0, setting.Backlog.Days) + dice.Between(0, setting.Backlog.Days);
        // In some counties plans wait longer.
        var on = from.AddDays(Math.Max(2, (int)(wait * (1.5 - 0.6 * setting.Pace.Signing))));
        if (_conditions.Length > 0 && dice.Chance(0.2))
        {
            var asked = on.AddDays(-Math.Min(on.DayNumber - from.DayNumber - 1, dice.Between(3, 9)));
            _events.Add(asked, YearStep.SubmitPlan);
            if (dice.Chance(0.7))
            {
                _events.Add(asked.AddDays(dice.Between(1, 3)), YearStep.GiveOpinion, YearWords.Discipline(_conditions[0]));
            }
        }
        on = WorkingDays.OnOrAfter(on);
        _events.Add(on, YearStep.SignPlan);
        _signedOn = on;
        if (dice.Chance(0.02))
        {
            _endedOn = WorkingDays.OnOrAfter(on.AddDays(dice.Between(60, 150)));
            _events.Add(_endedOn.Value, YearStep.CancelPlan);
        }
        else
        {
            DrawRevision(on);
        }
    }

    private void DrawRevision(DateOnly signedOn)
    {
        var isWaiting = dice.Chance(setting.Backlog.Revising);
        var on = isWaiting ? setting.Today.AddDays(-dice.Between(2, 40)) : signedOn.AddDays(dice.Between(90, 240));
        if (on < signedOn.AddDays(30) || !(isWaiting || (_conditions.Length > 0 && dice.Chance(0.2))))
        {
            return;
        }
        _events.Add(on, YearStep.RevisePlan);
        if (!isWaiting)
        {
            _events.Add(on.AddDays(dice.Between(3, 5 + setting.Backlog.Days)), YearStep.SignPlan);
        }
        else if (dice.Chance(0.4))
        {
            _events.Add(on.AddDays(dice.Between(1, 2)), YearStep.SubmitPlan);
        }
    }

    // Whoever is healthy is not visited, and still called on for what the plan asks for.
    private void DrawActivities()
    {
        if (_signedOn is not { } signedOn)
        {
            return;
        }
        var on = signedOn;
        do
        {
            on = _lateness.DayOf(on.AddDays(on == signedOn ? 20 : BetweenReports), on);
            if (on > setting.Today.AddDays(-ReportedSinceDays) && on < (_endedOn ?? setting.Today))
            {
                _events.Add(on, YearStep.ReportActivities);
            }
        } while (on < setting.Today);
    }
}

/// <summary>The events of one member, as they are drawn.</summary>
internal sealed class MemberEvents(Dice dice, int household, int number)
{
    private readonly List<YearEvent> _all = [];

    public IReadOnlyList<YearEvent> All => _all;

    public void AddRange(IEnumerable<YearEvent> more) => _all.AddRange(more);

    public YearEvent Add(DateOnly on, YearStep step, string word = "", JsonObject? body = null) =>
        Keep(
            new YearEvent(on, household, number, step)
            {
                Id = dice.NewId(),
                Word = word,
                Body = body,
            }
        );

    public void AddVisit(DateOnly on, DateOnly? due, string form, JsonObject body) =>
        Keep(
            new YearEvent(on, household, number, YearStep.Visit)
            {
                Id = dice.NewId(),
                Word = form,
                Body = body,
                DueOn = due,
            }
        );

    public YearEvent Draft(DateOnly on, YearStep step) => new(on, household, number, step);

    public YearEvent Keep(YearEvent happened)
    {
        _all.Add(happened);
        return happened;
    }
}
