using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Pipeline;

public enum BuildHealthRecordsOutcome
{
    /// <summary>The records are open, and a physician is responsible where one is eligible.</summary>
    Built,

    /// <summary>They were built before: the message came twice.</summary>
    BuiltBefore,

    /// <summary>The announced enrolment was never committed.</summary>
    NeverEnrolled,

    /// <summary>The household was changed meanwhile; the message has to return and decide again.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Claims the members' identities, numbers and opens their records, drafts their plans and finds the responsible physician, in one commit.
/// </summary>
public sealed class BuildHealthRecordsHandler(
    AnnouncedHousehold announced,
    HouseholdTable households,
    RecordNumbering numbering,
    PersonMoves moves,
    HouseholdRouting routing,
    PathwayCatalogue pathways,
    ConditionKinds conditions,
    FollowingTasks follow,
    HouseholdCommits commits,
    ChangeAudit audit,
    TimeProvider clock
)
{
    public async Task<BuildHealthRecordsOutcome> HandleAsync(Delivery<EnrolmentReceived> delivery, CancellationToken cancellationToken)
    {
        var outcome = await BuildAsync(delivery, cancellationToken);
        if (outcome is BuildHealthRecordsOutcome.Built or BuildHealthRecordsOutcome.BuiltBefore)
        {
            await audit.EnsureAsync(delivery.Message, cancellationToken);
        }
        return outcome;
    }

    private async Task<BuildHealthRecordsOutcome> BuildAsync(Delivery<EnrolmentReceived> delivery, CancellationToken cancellationToken)
    {
        if (await announced.ReadAsync(delivery, cancellationToken) is not { } partition)
        {
            return BuildHealthRecordsOutcome.NeverEnrolled;
        }
        if (partition.Household.Stage != HouseholdStage.Received)
        {
            return BuildHealthRecordsOutcome.BuiltBefore;
        }

        var (records, numbers) = await NumberAsync(partition, cancellationToken);
        if (numbers.Arrivals.Count > 0)
        {
            foreach (var arrival in numbers.Arrivals)
            {
                await ArriveAsync(partition.Household.Id, arrival, cancellationToken);
            }
            partition =
                await households.ReadAsync(partition.Household.Id, cancellationToken)
                ?? throw new InvalidOperationException("A household was there and is gone.");
            if (partition.Household.Stage != HouseholdStage.Received)
            {
                return BuildHealthRecordsOutcome.BuiltBefore;
            }
            (records, numbers) = await NumberAsync(partition, cancellationToken);
        }

        var cares = partition.OfEachMember(MemberCare.StoredAs).ToDictionary(care => care.Member);
        var built = BuiltRecords.Of(partition.Household, records, cares, numbers, pathways.All, conditions, clock.Today());

        List<DocumentChange> changes =
        [
            .. built.Records.Select(record => HealthRecord.StoredAs.Of(record.Member).Put(record)),
            .. built.Cares.Select(care => MemberCare.StoredAs.Of(care.Member).Put(care)),
        ];
        foreach (var plan in built.Drafted)
        {
            changes.Add(CarePlan.VersionStoredAs.PastOf(plan.Member, CarePlan.VersionId(plan.Version)).Put(plan));
            if (plan.Made?.Step is PlanStep.Lapse)
            {
                changes.AddRange(EndOf(partition, plan));
            }
        }

        // With the records in one commit: a commit of its own, and the message before it, would be a fifth of what a household costs.
        var routed = await routing.RouteAsync(built.Household, cancellationToken);
        var next = follow(partition.With(changes), routed.Next, clock.GetUtcNow()).After(partition.Household);
        if (!await commits.CommitAsync(partition, next, changes, cancellationToken))
        {
            routing.TakeBack(routed);
            return BuildHealthRecordsOutcome.ChangedMeanwhile;
        }
        return BuildHealthRecordsOutcome.Built;
    }

    /// <summary>Whether nothing is left to do: the records are open, or the household was never enrolled.</summary>
    public async Task<bool> IsDoneAsync(EnrolmentReceived message, CancellationToken cancellationToken)
    {
        if (await announced.LookAsync(message, cancellationToken) is not { } stored)
        {
            return true;
        }
        if (stored.Household.Stage is HouseholdStage.Received)
        {
            return false;
        }
        await audit.EnsureAsync(message, cancellationToken);
        return true;
    }

    /// <summary>With a plan that has lost its reasons, what was in force ends, and opinions on it become history.</summary>
    private static IEnumerable<DocumentChange> EndOf(HouseholdPartition partition, CarePlan plan)
    {
        if (PlanFile.In(partition, plan.Member) is not { } file)
        {
            return [];
        }
        var ended = file with { Care = new MemberCare(file.Plan, file.Care.Schedule), InForce = null, Opinions = [] };
        // The plan itself is written with the others.
        return ended.ChangesFrom(file).Skip(1);
    }

    private async Task<(IReadOnlyDictionary<int, HealthRecord> Records, Numbering Numbers)> NumberAsync(
        HouseholdPartition partition,
        CancellationToken cancellationToken
    )
    {
        var members = partition.OfEachMember(Member.StoredAs).ToList();
        var records = partition.OfEachMember(HealthRecord.StoredAs).ToDictionary(record => record.Member);
        return (records, await numbering.AssignAsync(partition.Household, members, records, cancellationToken));
    }

    private async Task ArriveAsync(HouseholdId household, Arrival arrival, CancellationToken cancellationToken)
    {
        await moves.MoveAsync(new PersonPlace(household, arrival.Member), arrival.Number, cancellationToken);
        await numbering.SettleAsync(household, arrival, cancellationToken);
    }
}
