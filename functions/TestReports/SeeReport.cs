using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;

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
public sealed class SeeReportHandler(HouseholdChanges changes, FieldSealer sealer, TimeProvider clock)
{
    public async Task<SeeReportOutcome> HandleAsync(HouseholdId id, int member, string reportId, Caller caller, CancellationToken cancellationToken) =>
        (await changes.ChangeAsync(id, partition => Decide(partition, member, reportId, caller), cancellationToken))?.Outcome ?? SeeReportOutcome.NotFound;

    private Decision<SeeReportOutcome> Decide(HouseholdPartition partition, int member, string reportId, Caller caller)
    {
        var household = partition.Household;
        if (!caller.MayCareFor(household)) { return Decision.Nothing(SeeReportOutcome.NotFound); }
        var reports = ReportRows.Reports(partition, member, sealer);
        if (reports.Find(reportId) is not { } mark) { return Decision.Nothing(SeeReportOutcome.NotFound); }
        if (mark.SeenAt is not null) { return Decision.Nothing(SeeReportOutcome.AlreadySeen); }
        if (caller.PhysicianId is not { } physician || physician != household.PhysicianId) { return Decision.Nothing(SeeReportOutcome.NotResponsible); }
        var seen = reports.Seen(reportId, physician, clock.GetUtcNow());
        return Decision.Change(SeeReportOutcome.Seen, ResultTasks.Of(household, seen), ReportRows.Write(household.Id, seen, sealer));
    }
}
