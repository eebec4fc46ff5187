using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Pipeline;

/// <summary>What building the records makes of a household; pure, so that a message that comes twice decides the same.</summary>
/// <param name="Household">Not a version yet: a physician is to be found for it.</param>
/// <param name="Records">Those that are opened or renumbered by it.</param>
/// <param name="Cares">Those that it changes: a reading of the correction calls for an earlier visit, or the plan is one that it
/// drafts.</param>
/// <param name="Drafted">
/// Plans that it drafts: a first version, the next of a plan whose conditions changed, or the last of one that has lost its reasons.
/// </param>
internal sealed record BuiltRecords(
    Household Household,
    IReadOnlyList<HealthRecord> Records,
    IReadOnlyList<MemberCare> Cares,
    IReadOnlyList<CarePlan> Drafted
)
{
    public static BuiltRecords Of(
        Household household,
        IReadOnlyDictionary<int, HealthRecord> records,
        IReadOnlyDictionary<int, MemberCare> cares,
        Numbering numbering,
        IReadOnlyList<Pathway> pathways,
        ConditionKinds conditions,
        DateOnly today
    )
    {
        var opened = new List<HealthRecord>();
        var changed = new List<MemberCare>();
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
            if (record.Number != number)
            {
                opened.Add(record with { Number = number, OpenedOn = record.OpenedOn ?? today });
            }
            var before = cares.GetValueOrDefault(member.Number);
            var draft = CarePlanDraft.For(member, record, pathways, conditions, today);
            var care = before is null ? draft : PlanRedraft.Of(before, draft, pathways, today);
            if (care is not null && care != before)
            {
                changed.Add(care);
            }
            if (care is not null && care.Plan != before?.Plan)
            {
                drafted.Add(care.Plan);
            }
            summaries.Add(member with { RecordNumber = number, Plan = care?.Summarise(), Ledgers = LedgersOf(member, care) });
        }

        var next = PlanTasks.Follow(household with { Members = summaries, Problems = numbering.Problems, ToRelease = [] });
        return new BuiltRecords(next, opened, changed, drafted);

        // Visits for an illness that was entered in error count for nothing; the illness entered again, they count again.
        IReadOnlyList<FollowUpLedger> LedgersOf(MemberSummary member, MemberCare? care)
        {
            var called = CarePlanDraft.FormsFor(member, pathways, today);
            return [.. member.Ledgers.Select(ledger => ledger with { Void = HasReasonGone(ledger.Form) })];

            bool HasReasonGone(string form) =>
                !called.Contains(form) && pathways.Any(pathway => pathway.FollowUp.Form == form) && !IsAgreed(care, form);
        }
    }

    private static bool IsAgreed(MemberCare? care, string form) =>
        care is { Plan.Status: not (CarePlanStatus.Completed or CarePlanStatus.Cancelled), Schedule.FollowUps: var visits }
        && visits.Any(visit => visit.Form == form);
}
