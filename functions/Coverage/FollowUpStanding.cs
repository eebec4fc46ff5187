using Alleviation.Functions.Households;

namespace Alleviation.Functions.Coverage;

/// <summary>
/// How a member's follow-ups by one form stand on a day: what the ledger has settled in the last twelve months, and what is open and
/// overdue.
/// </summary>
/// <param name="IsPlanned">An open plan asks for them.</param>
/// <param name="IsManaged">Planned, and visited in the last twelve months.</param>
internal sealed record FollowUpStanding(string Form, bool IsPlanned, bool IsManaged, bool InControl, int Due, int OnTime)
{
    /// <summary>Months that are shown, the current one included.</summary>
    internal const int Months = 12;

    public static IEnumerable<FollowUpStanding> Of(MemberSummary member, DateOnly today)
    {
        var planned = member.Plan is { IsOpen: true } plan ? plan.FollowUps : [];
        var ledgers = member.Ledgers.Where(ledger => !ledger.Void).ToList();
        foreach (var form in ledgers.Select(ledger => ledger.Form).Union(planned.Select(followUp => followUp.Form), StringComparer.Ordinal))
        {
            var (ledger, open) = (
                ledgers.FirstOrDefault(ledger => ledger.Form == form),
                planned.FirstOrDefault(followUp => followUp.Form == form)
            );
            var missed = open is null ? [] : FollowUpLedger.Missed(open.DueOn, open.EveryDays, today);
            var months = (ledger?.Months ?? []).Concat(missed).Where(month => month.Month > LedgerMonth.Of(today) - Months).ToList();
            yield return new FollowUpStanding(
                form,
                open is not null,
                open is not null && ledger is not null && ledger.LastOn > today.AddMonths(-Months),
                ledger is { InControl: true },
                months.Sum(month => month.Due),
                months.Sum(month => month.OnTime)
            );
        }
    }
}
