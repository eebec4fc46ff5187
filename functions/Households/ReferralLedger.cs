using System.Text.Json.Serialization;

namespace Alleviation.Functions.Households;

/// <summary>
/// What became of a household's referrals, as coverage counts it (docs/domain.md §7: closed within 14 days). A referral is settled when it
/// is closed in time, or by its fourteenth day passing, in the month in which that happens. One that was withdrawn does not count.
/// </summary>
/// <param name="Open">Neither closed nor withdrawn.</param>
/// <param name="Months">At most <see cref="FollowUpLedger.MonthsKept"/>, oldest first, only those in which something was settled.</param>
public sealed record ReferralLedger(IReadOnlyList<OpenReferral> Open, IReadOnlyList<LedgerMonth> Months)
{
    private const int Days = 14;

    public static readonly ReferralLedger None = new([], []);

    /// <summary>The household has, or had, referrals: the ledgers of referrals may show lines of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasLines { get; init; }

    public ReferralLedger With(OpenReferral referral) =>
        Open.Any(open => open.Id == referral.Id) ? this : this with { Open = [.. Open, referral], HasLines = true };

    /// <summary>Closed on a day, or withdrawn.</summary>
    public ReferralLedger Without(string id, DateOnly? closedOn)
    {
        if (Open.FirstOrDefault(open => open.Id == id) is not { } ended)
        {
            return this;
        }
        var rest = this with { Open = [.. Open.Where(open => open.Id != id)] };
        return closedOn is { } day ? rest with { Months = FollowUpLedger.Add(Months, [Settled(ended, day)], day) } : rest;
    }

    /// <summary>Settled by a day: the months, and what is open past its fourteenth day.</summary>
    public IEnumerable<LedgerMonth> SettledBy(DateOnly today) =>
        Months.Concat(
            Open.Where(open => open.SentOn.AddDays(Days) < today)
                .Select(open => new LedgerMonth(LedgerMonth.Of(open.SentOn.AddDays(Days)), 1, 0))
        );

    private static LedgerMonth Settled(OpenReferral referral, DateOnly closedOn)
    {
        var last = referral.SentOn.AddDays(Days);
        return closedOn <= last ? new LedgerMonth(LedgerMonth.Of(closedOn), 1, 1) : new LedgerMonth(LedgerMonth.Of(last), 1, 0);
    }
}

public sealed record OpenReferral(string Id, DateOnly SentOn);
