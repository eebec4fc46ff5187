using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>A referral from its first day to its last; those of the last days are still on their way.</summary>
internal sealed class ReferralCourse(Dice dice, CountyPace pace, string condition, MemberEvents events)
{
    /// <returns>The day of the answer.</returns>
    public DateOnly Draw(DateOnly on, bool isUrgent)
    {
        var sent = events.Add(on, YearStep.Refer, body: Body(isUrgent));
        if (!isUrgent && dice.Chance(0.1))
        {
            events.Keep(sent with { Step = YearStep.DeclineReferral, Word = "本周停诊，请转其他医师", Body = null });
        }
        var accepted = on.AddDays(isUrgent ? 0 : dice.Between(0, 3));
        var seen = accepted.AddDays(isUrgent ? 1 : dice.Weighted((dice.Between(2, 6), 75), (dice.Between(7, 20), 25.0)));
        var answered = WorkingDays.OnOrAfter(seen.AddDays(dice.Between(0, 4)));
        events.Keep(sent with { Step = YearStep.AcceptReferral, On = accepted, Body = null });
        events.Keep(sent with { Step = YearStep.SeePatient, On = seen, Body = null });
        events.Keep(sent with { Step = YearStep.AnswerReferral, On = answered, Body = Answer() });
        var closed = answered.AddDays(dice.Chance(pace.Punctual) ? dice.Between(1, 4) : dice.Between(8, 25));
        events.Keep(sent with { Step = YearStep.CloseReferral, On = closed, Word = "已告知患者和家属", Body = null });
        return answered;
    }

    private JsonObject Body(bool isUrgent) =>
        new()
        {
            ["direction"] = "up",
            ["urgency"] = isUrgent ? "emergency" : dice.Weighted(("soon", 40), ("routine", 60.0)),
            ["discipline"] = YearWords.Discipline(condition),
            ["condition"] = condition,
            ["reason"] = isUrgent ? "随访发现需立即处理的读数，已现场处置" : "连续两次随访控制不满意，请上级调整方案",
        };

    private JsonObject Answer() =>
        new() { ["findings"] = dice.OneOf(YearWords.ReferralFindings), ["instructions"] = dice.OneOf(YearWords.ReferralInstructions) };
}
