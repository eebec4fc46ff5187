using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.CarePlans;

/// <summary>Pathways that ask for little, so that each rule is seen alone, and drafts from them.</summary>
internal static class SomePathway
{
    public static readonly ConditionKinds Conditions = new(SomePlan.Seeds);

    public static readonly Label Label = new("一", "one");

    public static readonly Pathway First = Pathway("first", "I10", new PathwayFollowUp("hypertension", 90, 14, 4));

    public static readonly Pathway Second = Pathway("second", "E11", new PathwayFollowUp("type2Diabetes", 60, 10, 6));

    public static MemberCare? Draft(IReadOnlyList<Pathway> pathways, MemberSummary member, HealthRecord? record = null) =>
        CarePlanDraft.For(member, record ?? new HealthRecord(1, null, null), pathways, Conditions, SomePlan.Today);

    public static Pathway Pathway(string code, string condition, PathwayFollowUp followUp) =>
        new(code, Label, "test", new PathwayScope([condition], null, false), "chronicIllness", ["generalPractice"], [], [], followUp);

    public static PathwayGoal Goal(decimal target, int withinDays) =>
        new("systolic", "systolic", Comparison.Below, target, "mmHg", withinDays, Label, null);

    public static PathwayActivity Activity(int everyDays) => new("walk", "rehabilitation", "publicHealth", everyDays, Label, Label);
}
