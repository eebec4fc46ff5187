using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.TestReports;

public enum SeeReportOutcome
{
    /// <summary>It is off the list, or stands for the next that nobody has seen.</summary>
    Seen,

    /// <summary>Somebody had seen it. Nothing changed.</summary>
    AlreadySeen,

    /// <summary>The caller may see the household and is not responsible for it.</summary>
    NotResponsible,

    NotFound,
}

/// <summary>The responsible physician has looked at a report.</summary>
public sealed class SeeReportHandler(HouseholdChanges changes, TimeProvider clock)
{
    public async Task<SeeReportOutcome> HandleAsync(HouseholdId id, int member, string reportId, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(id, partition => Decide(partition, member, reportId, caller, now), cancellationToken);
        return changed?.Outcome ?? SeeReportOutcome.NotFound;
    }

    private static HouseholdUpdate<SeeReportOutcome> Decide(HouseholdPartition partition, int member, string reportId, Caller caller, DateTimeOffset now)
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household)) { return HouseholdUpdate.None(SeeReportOutcome.NotFound); }
        var reports = MemberReports.Of(partition, member);
        if (reports.Find(reportId) is not { } mark) { return HouseholdUpdate.None(SeeReportOutcome.NotFound); }
        if (mark.SeenAt is not null) { return HouseholdUpdate.None(SeeReportOutcome.AlreadySeen); }
        if (caller.PhysicianId is not { } physician || physician != household.PhysicianId) { return HouseholdUpdate.None(SeeReportOutcome.NotResponsible); }
        var seen = reports.Seen(reportId, physician, now);
        return HouseholdUpdate.Of(SeeReportOutcome.Seen, ResultTasks.Of(household, seen), MemberReports.StoredAs.Of(seen.Member).Put(seen));
    }
}
