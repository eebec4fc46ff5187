using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>What building the records makes of a household; pure, so that a message that comes twice decides the same.</summary>
/// <param name="Records">Those that are opened or renumbered by it.</param>
/// <param name="Plans">Those that it drafts: a new first version, or the next of a plan whose conditions changed.</param>
internal sealed record BuiltRecords(Household Household, IReadOnlyList<HealthRecord> Records, IReadOnlyList<CarePlan> Plans)
{
    public static BuiltRecords Of(
        Household household,
        IReadOnlyDictionary<int, HealthRecord> records,
        IReadOnlyDictionary<int, CarePlan> plans,
        Numbering numbering,
        IReadOnlyList<Pathway> pathways,
        ConditionKinds conditions,
        DateOnly today)
    {
        var opened = new List<HealthRecord>();
        var drafted = new List<CarePlan>();
        var summaries = new List<MemberSummary>();
        foreach (var member in household.Members)
        {
            var number = numbering.Numbers.GetValueOrDefault(member.Number);
            if (number is null || member.LeftOn is not null)
            {
                summaries.Add(member with { RecordNumber = number ?? member.RecordNumber });
                continue;
            }

            var record = records[member.Number];
            if (record.Number != number) { opened.Add(record with { Number = number, OpenedOn = record.OpenedOn ?? today }); }
            var plan = PlanFor(member, record, plans.GetValueOrDefault(member.Number), pathways, conditions, today, drafted);
            summaries.Add(member with { RecordNumber = number, Plan = plan?.Summarise() });
        }

        var next = household with
        {
            Version = household.Version + 1,
            Stage = HouseholdStage.RecordsBuilt,
            Members = summaries,
            Problems = numbering.Problems,
            ToRelease = [],
        };
        return new BuiltRecords(next, opened, drafted);
    }

    private static CarePlan? PlanFor(
        MemberSummary member, HealthRecord record, CarePlan? plan, IReadOnlyList<Pathway> pathways, ConditionKinds conditions, DateOnly today, List<CarePlan> drafted)
    {
        var draft = CarePlanDraft.For(member, record, pathways, conditions, today);
        if (plan is not null && (draft is null || plan.Covers(draft))) { return plan; }
        if (draft is null) { return null; }
        draft = draft with { Version = (plan?.Version ?? 0) + 1 };
        drafted.Add(draft);
        return draft;
    }
}
