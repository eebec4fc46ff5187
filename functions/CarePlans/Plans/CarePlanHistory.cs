using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>
/// The versions of a plan, the opinions that each decision was made on, the reports of its activities. They are only ever added.
/// </summary>
public sealed class CarePlanHistory(HouseholdDocuments documents)
{
    public async Task<CarePlan?> FindAsync(HouseholdId household, int member, int version, CancellationToken cancellationToken) =>
        version < 1 ? null : await documents.FindAsync(household, KeyOf(member, version), cancellationToken);

    /// <summary>The newest version; null where the member has no plan.</summary>
    public async Task<int?> CurrentAsync(HouseholdId household, int member, CancellationToken cancellationToken) =>
        (await documents.FindAsync(household, MemberCare.StoredAs.Of(member), cancellationToken))?.Plan.Version;

    /// <summary>Newest first; gapless, so as many as asked for, down to the first.</summary>
    /// <param name="before">Only those before this version.</param>
    public async Task<IReadOnlyList<CarePlan>> ListAsync(
        HouseholdId household,
        int member,
        int before,
        int size,
        CancellationToken cancellationToken
    )
    {
        var range = new DocumentRange<CarePlan>(
            CarePlan.VersionStoredAs,
            KeyOf(member, Math.Max(1, before - size)).Value,
            KeyOf(member, before).Value
        );
        var plans = await documents.ListAsync(household, range, size, cancellationToken);
        return [.. plans.Reverse()];
    }

    /// <summary>The opinions that were there when this version ended the waiting.</summary>
    public Task<IReadOnlyList<Opinion>> OpinionsAsync(
        HouseholdId household,
        int member,
        int version,
        CancellationToken cancellationToken
    ) =>
        documents.ListAsync(
            household,
            Opinion.StoredAs.AllPastOf(member, $"{CarePlan.VersionId(version)}:"),
            int.MaxValue,
            cancellationToken
        );

    /// <summary>The report of this id, if one was taken in.</summary>
    public Task<ActivityReport?> FindReportAsync(HouseholdId household, int member, string reportId, CancellationToken cancellationToken) =>
        documents.FindAsync(household, ActivityReport.StoredAs.PastOf(member, reportId), cancellationToken);

    private static DocumentKey<CarePlan> KeyOf(int member, int version) =>
        CarePlan.VersionStoredAs.PastOf(member, CarePlan.VersionId(version));
}
