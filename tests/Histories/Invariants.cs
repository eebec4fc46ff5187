using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Records;
using Alleviation.Functions.Referrals;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Histories;

/// <summary>What holds whatever people did, looked up in what is written and nowhere else.</summary>
internal static class Invariants
{
    private const int Member = 1;

    /// <returns>What does not hold.</returns>
    public static async Task<IReadOnlyList<string>> BrokenAsync(AppUnderTest app, HouseholdId id)
    {
        var written = await Written.ReadAsync(app, id);
        return
        [
            .. Differ(
                "versions of the plan",
                Enumerable.Range(1, written.Plan(Member).Plan.Version),
                written.Versions(Member).Select(version => version.Version)
            ),
            .. Differ("the version in force", [written.Plan(Member).Plan.ActiveVersion], [written.Plan(Member).InForce?.Version]),
            .. Differ(
                "the plan in the summary",
                [StoredJson.Write(written.Plan(Member).Care.Summarise())],
                [StoredJson.Write(Summary(written).Plan!)]
            ),
            .. Differ("tasks", TasksOf(written).Order(), written.Household.Tasks.Select(Say).Order()),
            .. Differ(
                "guests",
                written.Referrals(Member).Where(referral => !referral.IsOver).SelectMany(GuestsOf).Order(),
                written.Household.Guests.Select(guest => $"{guest.PhysicianId} {guest.Because}").Order()
            ),
            .. Differ(
                "open referrals",
                written.Referrals(Member).Where(referral => !referral.IsOver).Select(referral => referral.Id).Order(),
                written.Household.Referrals.Open.Select(referral => referral.Id).Order()
            ),
            .. Differ("the record's summary", [Fold(written.Entries(Member))], [Said(written.Record(Member))]),
            .. Differ("the last entry in the header", [LastAt(written.Entries(Member))], [Summary(written).LastEntryAt]),
            .. Differ(
                "messages",
                written
                    .Consultations(Member)
                    .SelectMany(consultation => consultation.Messages.Select(message => $"{consultation.Id}.{message.Id}"))
                    .Order(),
                written.Entries(Member).Where(entry => entry.Kind == ConsultationEntry.Kind).Select(entry => entry.Id).Order()
            ),
            .. await ListsAsync(app, written.Household),
        ];
    }

    private static MemberSummary Summary(Written written) => written.Household.Members.Single(member => member.Number == Member);

    /// <summary>From the cases themselves: an open one without its task would be forgotten by everybody.</summary>
    private static IEnumerable<string> TasksOf(Written written)
    {
        var empty = written.Household with { Tasks = [], Guests = [], Referrals = ReferralLedger.None };
        var household = written.Consultations(Member).Aggregate(empty, (folded, consultation) => folded.With(consultation));
        household = written.Referrals(Member).Aggregate(household, (folded, referral) => folded.With(referral, new GuestPeriods()));
        return PlanTasks.Follow(household).Tasks.Select(Say);
    }

    private static string Say(HouseholdTask task) => $"{task.Kind} {task.Reference} {task.For} {task.DueOn:O} {task.Urgent}";

    private static IEnumerable<string> GuestsOf(Referral referral) =>
        new[] { referral.From, referral.To }
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(physician => $"{physician} {referral.Because}");

    /// <summary>Each reading's newest and the last moment, as somebody would note who reads the entries one after the other.</summary>
    private static string Fold(IReadOnlyList<Entry> entries)
    {
        var newest = new SortedDictionary<string, Reading>(StringComparer.Ordinal);
        foreach (var reading in entries.SelectMany(entry => entry.Readings))
        {
            if (!newest.TryGetValue(reading.Code, out var known) || reading.TakenAt > known.TakenAt)
            {
                newest[reading.Code] = reading;
            }
        }

        return $"{LastAt(entries):O} {string.Join(' ', newest.Values.Select(reading => $"{reading.Code} {reading.TakenAt:O}"))}";
    }

    /// <summary>Null where all that was tried in a short history was refused.</summary>
    private static DateTimeOffset? LastAt(IReadOnlyList<Entry> entries) => entries.Max(entry => (DateTimeOffset?)entry.At);

    private static string Said(HealthRecord record) =>
        $"{record.LastEntryAt:O} {string.Join(' ', record.LatestReadings.Select(reading => $"{reading.Code} {reading.TakenAt:O}"))}";

    private static async Task<IReadOnlyList<string>> ListsAsync(AppUnderTest app, Household household)
    {
        var broken = new List<string>();
        foreach (var physician in People.Physicians)
        {
            var expected = household.ListedWith.Contains(physician, StringComparer.Ordinal) ? WorklistItem.Of(household, physician) : [];
            var shown = (await app.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(physician))).Where(item =>
                item.Household == household.Id
            );
            broken.AddRange(Differ($"worklist of {physician}", Sorted(expected), Sorted(shown)));
        }

        return broken;
    }

    private static IEnumerable<string> Sorted(IEnumerable<WorklistItem> items) =>
        items.OrderBy(item => item.Member).Select(StoredJson.Write);

    private static IEnumerable<string> Differ<T>(string title, IEnumerable<T> expected, IEnumerable<T> actual)
    {
        var (right, found) = (string.Join(" | ", expected), string.Join(" | ", actual));
        return right == found ? [] : [$"{title}: {found}, not {right}"];
    }
}
