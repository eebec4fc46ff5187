using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>The visits to somebody who is ill, what is prescribed, and whom the patient is sent to.</summary>
internal sealed class MemberVisits(Dice dice, MemberSetting setting, string[] conditions, int age, Lateness lateness, MemberEvents events)
{
    private const int RegularDays = 90;
    private const int RecheckDays = 14;
    private const int TuberculosisDays = 30;
    private const int TreatmentDays = 180;
    private const int MentalDays = 30;

    // A visit each fortnight gives account of what is due each three months only now and then.
    private const int BetweenReports = 45;

    // Whoever has just been seen in hospital, or has got another dose, is given time.
    private const int BetweenReferrals = 100;
    private const int BetweenChanges = 28;

    private readonly IllnessCourse _course = new(dice, setting.Pace, age, isIll: true);
    private readonly DrugLadder? _drugs = DrugLadder.Of(conditions[0], dice);
    private DateOnly _referredOn = DateOnly.MinValue;
    private DateOnly _changedOn = DateOnly.MinValue;
    private DateOnly _reportedOn = DateOnly.MinValue;

    /// <param name="signedOn">The day on which the plan was, or will be; what is prescribed begins with it.</param>
    /// <param name="until">The day from which on nobody asks for a visit.</param>
    public void Draw(DateOnly? signedOn, DateOnly until)
    {
        string[] forms = [.. conditions.Select(VisitAnswers.FormOf).Distinct()];
        var isTuberculosis = forms.Contains("tuberculosis");
        if (signedOn is { } signed)
        {
            Begin(signed);
        }
        var first = setting.EnrolledOn.AddDays(
            isTuberculosis ? 3
            : forms is ["general"] ? 30
            : RecheckDays
        );
        var dueOf = forms.ToDictionary(form => form, _ => first);
        var (last, outInARow) = (setting.EnrolledOn, 0);
        for (var visits = 1; ; visits++)
        {
            var due = isTuberculosis ? dueOf["tuberculosis"] : dueOf.Values.Min();
            var on = lateness.DayOf(due, last);
            ExplainAbsence(due, on);
            if (on >= until)
            {
                return;
            }
            var (isOut, isUrgent) = (false, false);
            // Tuberculosis is followed each month; what else there is, when it would be due before the next month's visit.
            foreach (
                var form in forms.Where(form => !isTuberculosis || form is "tuberculosis" || dueOf[form] <= on.AddDays(TuberculosisDays))
            )
            {
                var found = _course.At(visits, form, on);
                events.AddVisit(on, dueOf[form], form, VisitAnswers.Body(dice, form, on, found));
                dueOf[form] = on.AddDays(IntervalAfter(form, found));
                (isOut, isUrgent) = (isOut || found.IsOut, isUrgent || found.IsUrgent);
            }
            ReportActivities(on, signedOn);
            outInARow = isOut ? outInARow + 1 : 0;
            Treat(on, isOut, isUrgent, outInARow, signedOn);
            if (forms is ["tuberculosis"] && on >= setting.EnrolledOn.AddDays(TreatmentDays))
            {
                events.Add(WorkingDays.OnOrAfter(on.AddDays(3)), YearStep.CompletePlan);
                return;
            }
            last = on;
        }
    }

    private void Begin(DateOnly signedOn)
    {
        if (_drugs is not null)
        {
            Prescribe(signedOn);
        }
        ReportActivities(WorkingDays.OnOrAfter(signedOn.AddDays(dice.Between(2, 15))), signedOn);
    }

    private static int IntervalAfter(string form, Found found) =>
        (form, found) switch
        {
            (_, { IsUrgent: true }) => RecheckDays,
            ("severeMentalDisorder", { IsOut: true }) => MentalDays,
            (_, { IsOut: true }) => RecheckDays,
            ("tuberculosis", _) => TuberculosisDays,
            _ => RegularDays,
        };

    private void ReportActivities(DateOnly on, DateOnly? signedOn)
    {
        var isRecent = on > setting.Today.AddDays(-MemberYear.ReportedSinceDays);
        if (isRecent && on > signedOn && on >= _reportedOn.AddDays(BetweenReports))
        {
            _reportedOn = on;
            events.Add(on, YearStep.ReportActivities);
        }
    }

    private void Treat(DateOnly on, bool isOut, bool isUrgent, int outInARow, DateOnly? signedOn)
    {
        if (isUrgent || (outInARow >= 2 && on >= _referredOn.AddDays(BetweenReferrals)))
        {
            _referredOn = on;
            var answeredOn = new ReferralCourse(dice, setting.Pace, conditions[0], events).Draw(on, isUrgent);
            if (_course.Improves())
            {
                Change(answeredOn, signedOn);
            }
        }
        else if (isOut && on >= _changedOn.AddDays(BetweenChanges))
        {
            Change(on.AddDays(dice.Between(0, 4)), signedOn);
        }
    }

    private void Change(DateOnly on, DateOnly? signedOn)
    {
        if (on > signedOn && _drugs is { HasMore: true })
        {
            _changedOn = on;
            Prescribe(on);
        }
    }

    private void Prescribe(DateOnly on)
    {
        var (id, course) = _drugs!.Next();
        events.Keep(events.Draft(on, YearStep.Prescribe) with { Id = id, Body = course });
    }

    /// <summary>Who is not met for long is asked by telephone: that settles nothing, and says why.</summary>
    private void ExplainAbsence(DateOnly due, DateOnly on)
    {
        if (on <= due.AddDays(Lateness.NeedsAReason))
        {
            return;
        }
        var calledOn = WorkingDays.OnOrAfter(due.AddDays(dice.Between(3, 20)));
        if (calledOn < setting.Today)
        {
            var body = VisitAnswers.Body(dice, "general", calledOn, _course.At(2, "none", calledOn) with { Worse = false });
            (body["contactMode"], body["note"]) = ("3", dice.OneOf(YearWords.Absences));
            events.AddVisit(calledOn, due: null, "general", body);
        }
    }
}

/// <summary>What is given for a condition, one step after another: another dose of the same, or one drug more.</summary>
internal sealed class DrugLadder
{
    private readonly (string Drug, decimal Amount, string Unit, string Frequency)[] _steps;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly string _condition;
    private int _next;

    private DrugLadder(string condition, (string Drug, decimal Amount, string Unit, string Frequency)[] steps, Dice dice)
    {
        (_condition, _steps) = (condition, steps);
        foreach (var drug in steps.Select(step => step.Drug).Distinct())
        {
            _ids[drug] = dice.NewId();
        }
    }

    public bool HasMore => _next < _steps.Length;

    public static DrugLadder? Of(string condition, Dice dice) =>
        YearWords.Drugs(condition) is { Length: > 0 } steps ? new DrugLadder(condition, steps, dice) : null;

    public (string Id, JsonObject Course) Next()
    {
        var (drug, amount, unit, frequency) = _steps[_next++];
        return (
            _ids[drug],
            new JsonObject
            {
                ["drug"] = drug,
                ["doseAmount"] = amount,
                ["doseUnit"] = unit,
                ["frequency"] = frequency,
                ["condition"] = _condition,
            }
        );
    }
}
