using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>A follow-up visit as it is kept; visits are added, never changed.</summary>
/// <param name="Form">The form's code.</param>
/// <param name="ContactMode">Code of list contactMode.</param>
/// <param name="By">Account id.</param>
/// <param name="Answers">By field; readings in their canonical units.</param>
/// <param name="NextDueOn">What the rules, or whoever made the visit, said then.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Visit(
    string Id,
    int Member,
    string Form,
    DateTimeOffset At,
    string ContactMode,
    string By,
    IReadOnlyDictionary<string, JsonElement> Answers,
    string? Note,
    FollowUpResult Result,
    DateOnly NextDueOn,
    string Fingerprint
)
{
    /// <summary>Written once, as a document of the past.</summary>
    public static DocumentKind<Visit> StoredAs { get; } = new("visit");
}

/// <summary>A visit as an entry of the record: the form's code, the readings, the answers and what was decided.</summary>
internal static class VisitEntry
{
    public const string Kind = "visit";

    public static Entry Of(Visit visit, FollowUpForm form, ReadingKinds kinds) =>
        new(visit.Member, visit.At, Kind, visit.Id, visit.By)
        {
            Readings = ReadingsOf(visit, form, kinds),
            Reference = visit.Form,
            Note = visit.Note,
            Facts = new Dictionary<string, JsonElement>
            {
                ["outcome"] = Fact(visit.Result.Outcome),
                ["actions"] = Fact(visit.Result.Actions),
                ["urgent"] = Fact(visit.Result.Urgent),
                ["contactMode"] = Fact(visit.ContactMode),
                ["nextDueOn"] = Fact(visit.NextDueOn),
                ["answers"] = Fact(visit.Answers),
            },
        };

    private static List<Reading> ReadingsOf(Visit visit, FollowUpForm form, ReadingKinds kinds) =>
        [
            .. form
                .Fields.Where(field => field.Type is FieldType.Reading && visit.Answers.ContainsKey(field.Code))
                .Select(field => new Reading(
                    field.Reading!,
                    visit.Answers[field.Code].GetDecimal(),
                    kinds.Find(field.Reading!)!.Unit,
                    visit.At
                )),
        ];

    private static JsonElement Fact<T>(T value) => JsonSerializer.SerializeToElement(value);
}

/// <summary>
/// A member's last visits, oldest first: by it a visit that is sent twice is recognised, and one that is sent late is put in its place. It
/// holds the last <see cref="Kept"/>; no phone keeps a visit unsent for longer than that.
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

    /// <summary>With the visit inserted in the order of time. The visit after it was due on the day that this one set.</summary>
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

/// <summary>The visits by a form that were made after one that is sent late.</summary>
/// <param name="Any">The next of them; null for the newest.</param>
/// <param name="Counted">The next that settled a follow-up.</param>
internal sealed record Later(VisitMark? Any, VisitMark? Counted);
