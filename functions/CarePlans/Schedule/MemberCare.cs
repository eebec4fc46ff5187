using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>What was agreed for a member, and what comes next.</summary>
public sealed record MemberCare(CarePlan Plan, CareSchedule Schedule)
{
    public static DocumentKind<MemberCare> StoredAs { get; } = new("plan");

    /// <summary>While the plan waits for a decision.</summary>
    public PlanReview? Review { get; init; }

    public int Member => Plan.Member;

    public PlanSummary Summarise() =>
        new(
            Plan.Status.ToStored(),
            Schedule.Urgencies.Count > 0,
            [.. Schedule.Open.Select(followUp => new DueFollowUp(followUp.Form, followUp.NextDueOn, followUp.EveryDays))],
            Plan.Disciplines,
            Plan.Batches
        )
        {
            Review = Review,
            NextActivity =
                Plan.Status.IsInForce() && Schedule.NextActivity is { NextDueOn: { } due } next ? new DueActivity(next.Code, due) : null,
        };
}
