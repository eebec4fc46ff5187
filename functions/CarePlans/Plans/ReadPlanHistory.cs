using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A version in a list of them.</summary>
/// <param name="Made">The step that made it; null for a draft of the pathways.</param>
/// <param name="ActiveVersion">The version that was in force then.</param>
public sealed record PlanVersionLine(int Version, CarePlanStatus Status, int? ActiveVersion, RecordedStep? Made)
{
    internal static PlanVersionLine Of(CarePlan plan) => new(plan.Version, plan.Status, plan.ActiveVersion, plan.Made);
}

/// <summary>A version as it was, with the opinions that a decision was made on.</summary>
public sealed record PlanVersionView(
    int Version,
    CarePlanStatus Status,
    DateOnly DraftedOn,
    int? ActiveVersion,
    RecordedStep? Made,
    IReadOnlyList<string> Pathways,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Disciplines,
    IReadOnlyList<string> Batches,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<Opinion> Opinions
);

/// <summary>Reads what a plan has been, for whoever may see the household.</summary>
public sealed class ReadPlanHistoryHandler(HouseholdTable households, CarePlanHistory history)
{
    public async Task<(HouseholdAccess Access, Page<PlanVersionLine>? Page)> ListAsync(
        HouseholdId id,
        int member,
        int? before,
        int size,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        if (access < HouseholdAccess.Look)
        {
            return (access, null);
        }
        if (before is null && await history.CurrentAsync(id, member, cancellationToken) is { } current)
        {
            before = current + 1;
        }
        if (before is not { } end)
        {
            return (access, null);
        }
        var plans = await history.ListAsync(id, member, end, size, cancellationToken);
        var shown = plans.Select(PlanVersionLine.Of).ToList();
        return (
            access,
            new Page<PlanVersionLine>(
                shown,
                shown is [.., { Version: > 1 } oldest] ? Cursor.Of(oldest.Version.ToString(CultureInfo.InvariantCulture)) : null
            )
        );
    }

    public async Task<(HouseholdAccess Access, PlanVersionView? View)> FindAsync(
        HouseholdId id,
        int member,
        int version,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        if (access < HouseholdAccess.Look || await history.FindAsync(id, member, version, cancellationToken) is not { } plan)
        {
            return (access, null);
        }
        var opinions = await history.OpinionsAsync(id, member, version, cancellationToken);
        return (
            access,
            new PlanVersionView(
                plan.Version,
                plan.Status,
                plan.DraftedOn,
                plan.ActiveVersion,
                plan.Made,
                plan.Pathways,
                plan.Conditions,
                plan.Disciplines,
                plan.Batches,
                plan.Goals,
                plan.Activities,
                plan.FollowUps,
                opinions
            )
        );
    }

    public async Task<(HouseholdAccess Access, CarePlanDifference? Difference)> CompareAsync(
        HouseholdId id,
        int member,
        int from,
        int to,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        var access = await AccessAsync(id, member, caller, hasReason, cancellationToken);
        if (access < HouseholdAccess.Look)
        {
            return (access, null);
        }
        return
            await history.FindAsync(id, member, from, cancellationToken) is { } first
            && await history.FindAsync(id, member, to, cancellationToken) is { } other
            ? (access, CarePlanDifference.Between(first, other))
            : (access, null);
    }

    private async Task<HouseholdAccess> AccessAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    ) =>
        await households.FindAsync(id, cancellationToken) is { } stored
            ? caller.To(stored.Household, member, hasReason)
            : HouseholdAccess.Hidden;
}
