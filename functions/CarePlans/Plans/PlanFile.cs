using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>All that a household's partition holds of one member's plan.</summary>
/// <param name="InForce">The version in force, the plan itself or an earlier one; null where none is.</param>
/// <param name="Opinions">Those on what waits for a decision.</param>
internal sealed record PlanFile(MemberCare Care, CarePlan? InForce, IReadOnlyList<Opinion> Opinions)
{
    public CarePlan Plan => Care.Plan;

    /// <returns>Null where the member has no plan.</returns>
    public static PlanFile? In(HouseholdPartition partition, int member)
    {
        if (partition.Find(MemberCare.StoredAs.Of(member)) is not { } care)
        {
            return null;
        }
        return new PlanFile(care, partition.Find(CarePlan.InForceStoredAs.Of(member)), [.. partition.List(Opinion.StoredAs.AllOf(member))]);
    }

    /// <summary>The commit that makes this of the file as it was read, and an entry of the record where something happened.</summary>
    /// <param name="household">What else changes of the household; null where nothing does.</param>
    public HouseholdUpdate<T> Commit<T>(T outcome, PlanFile before, HouseholdPartition partition, Entry? entry, Household? household = null)
    {
        household ??= partition.Household;
        var next = PlanTasks.Follow(
            household with
            {
                Members =
                [
                    .. household.Members.Select(member => member.Number == Care.Member ? member with { Plan = Care.Summarise() } : member),
                ],
            }
        );
        if (entry is null)
        {
            return HouseholdUpdate.Of(outcome, next, ChangesFrom(before));
        }
        var added = NewEntry.In(partition, next, entry);
        return HouseholdUpdate.Of(outcome, added.Household, [.. ChangesFrom(before), .. added.Changes]);
    }

    /// <summary>The changes that make this of the file as it was read; the plan itself is the first.</summary>
    public IReadOnlyList<DocumentChange> ChangesFrom(PlanFile before)
    {
        var member = Care.Member;
        List<DocumentChange> changes = [MemberCare.StoredAs.Of(member).Put(Care)];
        if (Plan.Version != before.Plan.Version)
        {
            changes.Add(CarePlan.VersionStoredAs.PastOf(member, CarePlan.VersionId(Plan.Version)).Put(Plan));
        }
        var inForce = CarePlan.InForceStoredAs.Of(member);
        if (InForce is not null && InForce.Version != before.InForce?.Version)
        {
            changes.Add(inForce.Put(InForce));
        }
        if (InForce is null && before.InForce is not null)
        {
            changes.Add(inForce.Remove());
        }
        changes.AddRange(Opinions.Except(before.Opinions).Select(opinion => Opinion.StoredAs.Of(member, opinion.Discipline).Put(opinion)));
        foreach (var removed in before.Opinions.Where(known => Opinions.All(opinion => opinion.Discipline != known.Discipline)))
        {
            changes.Add(Opinion.StoredAs.Of(member, removed.Discipline).Remove());
            changes.Add(Opinion.StoredAs.PastOf(member, $"{CarePlan.VersionId(Plan.Version)}:{removed.Discipline}").Put(removed));
        }

        return changes;
    }
}
