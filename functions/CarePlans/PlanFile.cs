using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;
using Alleviation.Functions.Changes;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>All that a household's partition holds of one member's plan.</summary>
/// <param name="InForce">The version in force, the plan itself or an earlier one; null where none is.</param>
/// <param name="Opinions">Those on what waits for a decision.</param>
internal sealed record PlanFile(MemberCare Care, CarePlan? InForce, IReadOnlyList<Opinion> Opinions)
{
    public CarePlan Plan => Care.Plan;

    /// <returns>Null where the member has no plan.</returns>
    public static PlanFile? In(HouseholdPartition partition, int member, FieldSealer sealer)
    {
        var key = HouseholdRow.MemberKey(CarePlanRow.Kind, member);
        if (partition.Rows.FirstOrDefault(row => row.RowKey == key) is not { } row) { return null; }
        var kept = partition.Rows.FirstOrDefault(one => one.RowKey == CarePlanRow.InForceKey(member));
        return new PlanFile(
            CarePlanRow.Read(row, sealer),
            kept is null ? null : CarePlanRow.ReadVersion(kept, sealer),
            [.. partition.Rows.Where(one => OpinionRow.IsOf(one, member)).Select(one => OpinionRow.Read(one, sealer))]);
    }

    /// <summary>The commit that makes this of the file as it was read, and an entry of the record where something happened.</summary>
    public Decision<T> Commit<T>(T outcome, PlanFile before, HouseholdPartition partition, Entry? entry, FieldSealer sealer)
    {
        var household = partition.Household;
        var next = PlanTasks.Follow(household with
        {
            Members = [.. household.Members.Select(member => member.Number == Care.Member ? member with { Plan = Care.Summarise() } : member)],
        });
        var (rows, gone) = RowsAfter(before, household.Id, sealer);
        if (entry is null) { return Decision.Change(outcome, next, rows) with { Gone = gone }; }
        var added = NewEntry.In(partition, next, entry, sealer);
        return Decision.Change(outcome, added.Household, [.. rows, .. added.Rows]) with { Gone = gone };
    }

    /// <summary>The rows that make this of the file as it was read, and the keys of those that go.</summary>
    public (List<TableEntity> Rows, List<string> Gone) RowsAfter(PlanFile before, HouseholdId household, FieldSealer sealer)
    {
        List<TableEntity> rows = [CarePlanRow.Write(household, Care, sealer)];
        List<string> gone = [];
        if (Plan.Version != before.Plan.Version) { rows.Add(CarePlanRow.WriteVersion(household, Plan, sealer)); }
        if (InForce is not null && InForce.Version != before.InForce?.Version) { rows.Add(CarePlanRow.WriteInForce(household, InForce, sealer)); }
        if (InForce is null && before.InForce is not null) { gone.Add(CarePlanRow.InForceKey(Care.Member)); }
        rows.AddRange(Opinions.Except(before.Opinions).Select(opinion => OpinionRow.Write(household, opinion, sealer)));
        foreach (var over in before.Opinions.Where(known => Opinions.All(opinion => opinion.Discipline != known.Discipline)))
        {
            gone.Add(OpinionRow.KeyOf(over.Member, over.Discipline));
            rows.Add(OpinionRow.WriteHistory(household, over, Plan.Version, sealer));
        }

        return (rows, gone);
    }
}
