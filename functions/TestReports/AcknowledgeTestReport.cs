using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.TestReports;

public enum AcknowledgeTestReportOutcome
{
    /// <summary>The task is gone, or is now about the next report that nobody has seen.</summary>
    Seen,

    /// <summary>Somebody had seen it. Nothing changed.</summary>
    AlreadySeen,

    /// <summary>The caller may see the household and is not responsible for it.</summary>
    NotResponsible,

    NotFound,
}

/// <summary>The responsible physician has looked at a report.</summary>
public sealed class AcknowledgeTestReportHandler(HouseholdChanges changes, TimeProvider clock)
{
    public async Task<AcknowledgeTestReportOutcome> HandleAsync(
        HouseholdId id,
        int member,
        string reportId,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(id, partition => Decide(partition, member, reportId, caller, now), cancellationToken);
        return changed?.Outcome ?? AcknowledgeTestReportOutcome.NotFound;
    }

    private static HouseholdUpdate<AcknowledgeTestReportOutcome> Decide(
        HouseholdPartition partition,
        int member,
        string reportId,
        Caller caller,
        DateTimeOffset now
    )
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household))
        {
            return HouseholdUpdate.None(AcknowledgeTestReportOutcome.NotFound);
        }
        var reports = MemberTestReports.Of(partition, member);
        if (reports.Find(reportId) is not { } mark)
        {
            return HouseholdUpdate.None(AcknowledgeTestReportOutcome.NotFound);
        }
        if (mark.SeenAt is not null)
        {
            return HouseholdUpdate.None(AcknowledgeTestReportOutcome.AlreadySeen);
        }
        if (caller.PhysicianId is not { } physician || physician != household.PhysicianId)
        {
            return HouseholdUpdate.None(AcknowledgeTestReportOutcome.NotResponsible);
        }
        var seen = reports.Seen(reportId, physician, now);
        return HouseholdUpdate.Of(
            AcknowledgeTestReportOutcome.Seen,
            TestReportTasks.Of(household, seen),
            MemberTestReports.StoredAs.Of(seen.Member).Put(seen)
        );
    }
}
