using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.CarePlans.Pathways;

/// <summary>What the pathways ask for, for a member as the record has it.</summary>
public sealed class PlanDrafting(PathwayCatalogue pathways, ConditionKinds conditions)
{
    /// <returns>Null when no pathway applies.</returns>
    public MemberCare? For(MemberSummary member, HealthRecord record, DateOnly today) =>
        CarePlanDraft.For(member, record, pathways.All, conditions, today);
}
