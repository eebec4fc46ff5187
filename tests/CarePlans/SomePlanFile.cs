using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>The file of a plan for hypertension in force, the same under revision, and what a step makes of either.</summary>
internal static class SomePlanFile
{
    public static readonly DateOnly Today = SomePlan.Today.AddDays(30);

    public static readonly DateTimeOffset Now = new(2026, 12, 23, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly Opinion Heard = new(1, "pharmacy", 3, "P4414-03", "account", Now, "可以", [], []);

    public static readonly PlanReview Review = new(SomePlan.Today, null, ["pharmacy"]);

    public static readonly PlanFile Active = new(SomePlan.InForce("I10"), SomePlan.InForce("I10").Plan, []);

    public static readonly PlanFile UnderRevision = new(
        Active.Care with
        {
            Plan = Active.Plan with { Version = 4, Status = CarePlanStatus.UnderRevision, Goals = [SomePlan.Goal("weight")] },
            Review = Review,
        },
        Active.InForce,
        [Heard]
    );

    public static PlanFile After(PlanFile file, PlanStep step, CarePlanStatus to) => file.After(Taken(step), to, Today);

    public static RecordedStep Taken(PlanStep step) => new(step, "account", SomeHousehold.Physician, Now);
}
