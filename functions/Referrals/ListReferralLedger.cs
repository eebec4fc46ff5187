using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Referrals;

/// <summary>A line of a ledger as it is answered.</summary>
/// <param name="IsReceived">The physician whose ledger it is, is asked or has accepted; null in a region's.</param>
/// <param name="IsOverdue">Derived when it is read.</param>
/// <param name="HouseholdId">
/// Null, as all that says who it was and why, where the physician may look in no longer.
/// </param>
/// <param name="Age">In full years, today; null where nobody knows it.</param>
public sealed record ReferralLedgerLine(
    string Id,
    ReferralDirection Direction,
    ReferralStatus Status,
    string Urgency,
    string Discipline,
    string? From,
    string? To,
    DateTimeOffset SentAt,
    DateOnly? DueOn,
    bool IsOverdue,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt,
    bool? IsReceived,
    string? HouseholdId,
    int? Member,
    string? Name,
    string? Sex,
    int? Age,
    string? VillageCode,
    string? Phone,
    string? RecordNumber,
    string? Condition,
    string? Reason
)
{
    internal static ReferralLedgerLine Of(ReferralLine line, bool? isReceived, DateOnly today) =>
        new(
            line.Id,
            line.Direction,
            line.Status,
            line.Urgency,
            line.Discipline,
            line.From,
            line.To,
            line.SentAt,
            line.DueOn,
            line.DueOn < today,
            line.AcceptedAt,
            line.SeenAt,
            line.AnsweredAt,
            line.EndedAt,
            isReceived,
            line.Person?.HouseholdId,
            line.Person?.Member,
            line.Person?.Name,
            line.Person?.Sex,
            line.Person is { BornOn: { } born } ? MemberSummary.AgeAt(born, today) : null,
            line.Person?.VillageCode,
            line.Person?.Phone,
            line.Person?.RecordNumber,
            line.Person?.Condition,
            line.Person?.Reason
        );
}

/// <summary>The ledgers of referrals, open and over, the newest first: a page is a range of keys, however long the ledger is.</summary>
public sealed class ListReferralLedgerHandler(ReferralLedgerTable ledgers, TimeProvider clock)
{
    /// <param name="region">A township's or village's code.</param>
    public Task<(IReadOnlyList<ReferralLedgerLine> Items, string? Last)> OfRegionAsync(
        string region,
        ReferralLedgerFilter filter,
        string? after,
        int size,
        CancellationToken cancellationToken
    )
    {
        const int Township = 9;
        var within = region.Length > Township ? filter with { Village = region } : filter;
        return PageAsync(region[..Township], within, after, size, isPhysicians: false, cancellationToken);
    }

    public Task<(IReadOnlyList<ReferralLedgerLine> Items, string? Last)> OfPhysicianAsync(
        PhysicianId physician,
        ReferralLedgerFilter filter,
        string? after,
        int size,
        CancellationToken cancellationToken
    ) => PageAsync(physician.Value, filter, after, size, isPhysicians: true, cancellationToken);

    private async Task<(IReadOnlyList<ReferralLedgerLine> Items, string? Last)> PageAsync(
        string partition,
        ReferralLedgerFilter filter,
        string? after,
        int size,
        bool isPhysicians,
        CancellationToken cancellationToken
    )
    {
        var (items, last) = await ledgers.PageAsync(partition, filter, after, size, clock.GetUtcNow(), cancellationToken);
        var today = clock.Today();
        return ([.. items.Select(item => ReferralLedgerLine.Of(item.Line, isPhysicians ? item.IsReceived : null, today))], last);
    }
}
