using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.FollowUps;

/// <summary>
/// A member's last visits, oldest first: what tells a visit sent twice, and puts one that is sent late into its place. It holds the last
/// <see cref="Kept"/>; a phone does not hold a visit back for that long.
/// </summary>
internal sealed record VisitLog(IReadOnlyList<VisitMark> Marks)
{
    public static DocumentKind<VisitLog> StoredAs { get; } = new("visits");

    public static VisitLog Of(HouseholdPartition partition, int member) => partition.Find(StoredAs.Of(member)) ?? Empty;

    public const int Kept = 60;

    public static readonly VisitLog Empty = new([]);

    public VisitMark? Find(ClientId id) => Marks.FirstOrDefault(mark => mark.Id == id.Value);

    /// <summary>The visits by the form just before and just after a moment.</summary>
    public (VisitMark? Before, VisitMark? After) Around(string form, DateTimeOffset at) =>
        (Marks.LastOrDefault(mark => mark.Form == form && mark.At <= at), Marks.FirstOrDefault(mark => mark.Form == form && mark.At > at));

    /// <summary>The next visit by the form after a moment that settled a follow-up.</summary>
    public VisitMark? CountedAfter(string form, DateTimeOffset at) =>
        Marks.FirstOrDefault(mark => mark.Form == form && mark.At > at && mark.Counts);

    /// <summary>With a visit in its place. The one after it was due when this one said.</summary>
    public VisitLog With(VisitMark visit, VisitMark? after) =>
        new([
            .. Marks
                .Select(mark => visit.Counts && mark == after && after.DueOn is not null ? mark with { DueOn = visit.NextDueOn } : mark)
                .Append(visit)
                .OrderBy(mark => mark.At)
                .TakeLast(Kept),
        ]);

    /// <summary>What a visit changes in the ledger: what it settles itself, and what the one after it settles now instead.</summary>
    public static IEnumerable<LedgerMonth> Settles(VisitMark visit, VisitMark? after)
    {
        if (!visit.Counts || visit.DueOn is not { } due)
        {
            return [];
        }
        var own = FollowUpLedger.Settled(due, visit.EveryDays, visit.On);
        return after is null
            ? own
            :
            [
                .. own,
                .. FollowUpLedger
                    .Settled(due, after.EveryDays, after.On)
                    .Select(month => new LedgerMonth(month.Month, -month.Due, -month.OnTime)),
                .. FollowUpLedger.Settled(visit.NextDueOn, after.EveryDays, after.On),
            ];
    }
}

/// <param name="DueOn">What was open when it was made; null where the plan asked for no visit by this form.</param>
/// <param name="EveryDays">Of the plan, then.</param>
/// <param name="InARow">How many visits in a row, this one among them, counted as out of control.</param>
/// <param name="Counts">It settled a follow-up: a call by telephone settles none that is due face to face.</param>
internal sealed record VisitMark(
    string Id,
    string Fingerprint,
    string Form,
    DateTimeOffset At,
    DateOnly? DueOn,
    DateOnly NextDueOn,
    int EveryDays,
    int InARow,
    bool Counts = true
)
{
    public DateOnly On => At.ToChinaDate();
}
