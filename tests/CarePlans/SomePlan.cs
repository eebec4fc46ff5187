using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Tests.CarePlans;

/// <summary>Plans as the pathways draft them.</summary>
internal static class SomePlan
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly SeedFolder Seeds = new();
    public static readonly PathwayCatalogue Pathways = new(Seeds, new FollowUpForms(Seeds), new ReadingKinds(Seeds));
    private static readonly ConditionKinds Conditions = new(Seeds);

    public static MemberSummary Member(params string[] conditions) => new(1, "测试", "1", new DateOnly(1970, 1, 1), conditions);

    public static MemberCare Draft(params string[] conditions) =>
        CarePlanDraft.For(Member(conditions), new HealthRecord(1, "44140200400100001", Today), Pathways.All, Conditions, Today)!;

    public static MemberCare InForce(params string[] conditions)
    {
        var draft = Draft(conditions);
        var plan = draft.Plan with { Version = 3, Status = CarePlanStatus.Active, ActiveVersion = 3 };
        return new MemberCare(plan, draft.Schedule.AgreedBy(plan, Today));
    }

    public static Goal Goal(string code, decimal target = 70m) =>
        new(code, "weight", Comparison.AtMost, target, "kg", Today.AddDays(90), new Label("减重", "减重"));

    public static Activity Activity(string code) =>
        new(code, "rehabilitation", "publicHealth", 30, Today, new Label("散步", "散步"), new Label("每天走", "每天走"));

    /// <summary>The plan as the web app sends it back.</summary>
    public static CarePlanRequest FormOf(CarePlan plan, bool english) =>
        new(
            [
                .. plan.Goals.Select(goal => new GoalRequest(
                    goal.Code,
                    goal.Reading,
                    goal.Comparison,
                    goal.Target,
                    goal.Unit,
                    goal.By,
                    english ? goal.Label.English : goal.Label.Chinese
                )),
            ],
            [
                .. plan.Activities.Select(activity => new ActivityRequest(
                    activity.Code,
                    activity.Kind,
                    activity.Discipline,
                    activity.EveryDays,
                    activity.StartsOn,
                    activity.EndsOn,
                    english ? activity.Label.English : activity.Label.Chinese,
                    english ? activity.Instructions.English : activity.Instructions.Chinese
                )),
            ],
            [.. plan.FollowUps.Select(followUp => new FollowUpRequest(followUp.Form, followUp.EveryDays, followUp.VisitsPerYear))]
        );
}
