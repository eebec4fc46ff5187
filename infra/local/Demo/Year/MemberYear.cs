using System.Text.Json.Nodes;
using Alleviation.Demo.Households;

namespace Alleviation.Demo.Year;

/// <summary>A year of one member's care: the plan, the visits that are due, and what comes of them.</summary>
internal sealed class MemberYear(
    Dice dice,
    int household,
    int number,
    DemoMember member,
    CountyPace pace,
    DateOnly enrolledOn,
    DateOnly today,
    int age
)
{
    // A health worker gives account of what the plan asks for beside the visits; what lies further back would change nothing any more.
    private const int ReportedSinceDays = 120;
    private readonly List<YearEvent> _events = [];
    private readonly string[] _conditions = [.. member.Conditions.Select(condition => condition.Code).Distinct()];

    public IReadOnlyList<YearEvent> Draw()
    {
        if (_conditions.Length > 0)
        {
            DrawPlan();
            DrawVisits();
            _events.AddRange(new MemberCases(dice, household, number, _conditions[0], enrolledOn, today).Draw());
        }
        if (age >= 65)
        {
            DrawCheck();
        }
        return _events;
    }

    private YearEvent Add(DateOnly on, YearStep step)
    {
        var happened = new YearEvent(on, household, number, step) { Id = dice.NewId() };
        _events.Add(happened);
        return happened;
    }

    private void Add(DateOnly on, YearStep step, string word, JsonObject? body = null)
    {
        _events.Add(
            new YearEvent(on, household, number, step)
            {
                Id = dice.NewId(),
                Word = word,
                Body = body,
            }
        );
    }

    private void DrawPlan()
    {
        var on = enrolledOn.AddDays(dice.Between(2, 25));
        var discipline = YearWords.Discipline(_conditions[0]);
        if (dice.Chance(0.2))
        {
            Add(on, YearStep.SubmitPlan);
            on = on.AddDays(dice.Between(3, 9));
            if (dice.Chance(0.7))
            {
                Add(on, YearStep.GiveOpinion, discipline);
            }
            on = on.AddDays(dice.Between(2, 8));
        }
        if (!_conditions.Contains("A15") && !dice.Chance(0.35 + 0.6 * pace.Signing))
        {
            return;
        }
        Add(on, YearStep.SignPlan);
        if (YearWords.Drug(_conditions[0]) is { } drug)
        {
            Add(on, YearStep.Prescribe, "", Course(drug, _conditions[0]));
        }
        if (dice.Chance(0.03))
        {
            Add(on.AddDays(dice.Between(60, 150)), YearStep.CancelPlan);
        }
        else if (dice.Chance(0.25))
        {
            on = on.AddDays(dice.Between(90, 240));
            Add(on, YearStep.RevisePlan);
            Add(on.AddDays(dice.Between(7, 30)), YearStep.SignPlan);
        }
    }

    private void DrawVisits()
    {
        string[] forms = [.. _conditions.Select(VisitAnswers.FormOf).Distinct()];
        // One visit answers all forms that are asked of somebody.
        var course = new IllnessCourse(dice, pace, age);
        var (on, outInARow, visits) = (enrolledOn.AddDays(dice.Between(3, forms is ["general"] ? 28 : 13)), 0, 0);
        while (on < today)
        {
            visits++;
            var isOut = false;
            var isUrgent = false;
            // Tuberculosis is followed each month, what else there is not.
            var asked = forms.Where(form => form is "tuberculosis" || !forms.Contains("tuberculosis") || visits % 3 == 1);
            foreach (var form in asked)
            {
                var found = course.At(visits, form, on);
                Add(on, YearStep.Visit, form, VisitAnswers.Body(dice, form, on, found));
                (isOut, isUrgent) = (isOut || found.IsOut, isUrgent || found.IsUrgent);
            }
            if (on > today.AddDays(-ReportedSinceDays) && dice.Chance(0.85))
            {
                Add(on, YearStep.ReportActivities);
            }
            outInARow = isOut ? outInARow + 1 : 0;
            if (isUrgent || outInARow >= 2)
            {
                DrawReferral(on, isUrgent, course);
                outInARow = 0;
            }
            if (forms is ["tuberculosis"] && visits == 7)
            {
                Add(on.AddDays(3), YearStep.CompletePlan);
                return;
            }
            on = Next(on, forms, isOut || isUrgent);
        }
    }

    private DateOnly Next(DateOnly on, string[] forms, bool isOut)
    {
        var interval =
            isOut ? 13
            : forms.Contains("tuberculosis") ? 28
            : 86;
        var due = on.AddDays(interval - dice.Between(0, interval / 8));
        return dice.Chance(pace.Punctual) ? due
            : dice.Chance(0.6) ? due.AddDays(dice.Between(6, 25))
            // Nobody came: the next one who does is a whole time late.
            : due.AddDays(interval);
    }

    private void DrawReferral(DateOnly on, bool isUrgent, IllnessCourse course)
    {
        var referral = new JsonObject
        {
            ["direction"] = "up",
            ["urgency"] = isUrgent ? "emergency" : dice.Weighted(("soon", 40), ("routine", 60.0)),
            ["discipline"] = YearWords.Discipline(_conditions[0]),
            ["condition"] = _conditions[0],
            ["reason"] = isUrgent ? "随访发现需立即处理的读数，已现场处置" : "连续两次随访控制不满意，请上级调整方案",
        };
        var sent = Add(on, YearStep.Refer);
        _events[^1] = sent with { Body = referral };
        if (!isUrgent && dice.Chance(0.12))
        {
            _events.Add(sent with { Step = YearStep.DeclineReferral, Word = "本周停诊，请转其他医师" });
        }
        else if (!isUrgent && dice.Chance(0.05))
        {
            return;
        }
        var seen = on.AddDays(isUrgent ? 1 : dice.Between(2, 4));
        var answered = seen.AddDays(dice.Between(0, 4));
        _events.Add(sent with { Step = YearStep.AcceptReferral });
        _events.Add(sent with { Step = YearStep.SeePatient, On = seen });
        _events.Add(
            sent with
            {
                Step = YearStep.AnswerReferral,
                On = answered,
                Body = new JsonObject
                {
                    ["findings"] = dice.OneOf(YearWords.ReferralFindings),
                    ["instructions"] = dice.OneOf(YearWords.ReferralInstructions),
                },
            }
        );
        if (dice.Chance(0.3 + 0.7 * pace.Punctual))
        {
            _events.Add(sent with { Step = YearStep.CloseReferral, On = answered.AddDays(dice.Between(1, 5)), Word = "已告知患者和家属" });
        }
        if (YearWords.SecondDrug(_conditions[0]) is { } drug && course.Improves())
        {
            Add(answered, YearStep.Prescribe, "", Course(drug, _conditions[0]));
        }
    }

    private void DrawCheck()
    {
        if (!dice.Chance(pace.Punctual))
        {
            return;
        }
        var on = enrolledOn.AddDays(dice.Between(15, 85));
        var found = new IllnessCourse(dice, pace, age).At(_conditions.Length == 0 ? 9 : 2, "elderlyHealthCheck", on);
        Add(on, YearStep.Visit, "elderlyHealthCheck", VisitAnswers.Body(dice, "elderlyHealthCheck", on, found));
        if (_conditions.Length == 0 && dice.Chance(pace.Signing))
        {
            Add(enrolledOn.AddDays(dice.Between(3, 30)), YearStep.SignPlan);
        }
    }

    private static JsonObject Course((string Drug, decimal Amount, string Unit, string Frequency) drug, string condition) =>
        new()
        {
            ["drug"] = drug.Drug,
            ["doseAmount"] = drug.Amount,
            ["doseUnit"] = drug.Unit,
            ["frequency"] = drug.Frequency,
            ["condition"] = condition,
        };
}
