using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Pipeline;

/// <summary>
/// What the arrival of a person makes of the household that holds the identity now; pure. The record is the person's: what was known before
/// and what the new household has said are both in it, and of two allergies none is forgotten.
/// </summary>
internal sealed record PersonArrival(Household Household, IReadOnlyList<DocumentChange> Changes)
{
    /// <param name="left">The person's documents in the household that was left, those of the past aside.</param>
    public static PersonArrival In(
        HouseholdPartition partition,
        int member,
        string number,
        MovingPerson person,
        IReadOnlyList<StoredDocument> left
    )
    {
        var (household, own) = (partition.Household, partition.Documents.ToDictionary(document => document.Key, StringComparer.Ordinal));
        var changes = new List<DocumentChange>();
        foreach (var document in left.Where(document => !IsPutTogether(DocumentKeys.KindOf(document.Key))))
        {
            var moved = MovedDocument.Of(document, member);
            changes.Add(
                own.TryGetValue(moved.Key, out var present) && !MovedDocument.IsOfPlan(document.Key)
                    ? MovedDocument.Merge(moved, present)
                    : moved
            );
        }

        var before = left.SingleOrDefault(document => DocumentKeys.KindOf(document.Key) == HealthRecord.StoredAs.Name)
            ?.Read(HealthRecord.StoredAs);
        var record = partition.Find(HealthRecord.StoredAs.Of(member))!.Joining(before, number);
        changes.Add(HealthRecord.StoredAs.Of(member).Put(record));
        var summaries = household.Members.Select(present =>
            present.Number == member ? SummaryOf(present, person.Summary, record) : present
        );
        var next = household with
        {
            Version = household.Version + 1,
            // A correction that was made before knows nothing of what has arrived, and must not overwrite it.
            ContentVersion = household.Version + 1,
            Members = [.. summaries],
            Tasks =
            [
                .. household.Tasks,
                .. person.Tasks.Select(task =>
                    task with
                    {
                        Member = member,
                        For = task.For == person.PhysicianId ? household.PhysicianId ?? task.For : task.For,
                    }
                ),
            ],
            Guests = [.. household.Guests, .. person.Guests.Select(guest => guest with { Member = guest.Member is null ? null : member })],
            // What the person brings of the past is not looked through here.
            Referrals = person.Referrals.Aggregate(household.Referrals, (ledger, referral) => ledger.With(referral)) with
            {
                HasLines = true,
            },
        };
        return new PersonArrival(next, changes);
    }

    private static bool IsPutTogether(string kind) =>
        kind == Member.StoredAs.Name || kind == HealthRecord.StoredAs.Name || kind == MovingPerson.StoredAs.Name;

    private static MemberSummary SummaryOf(MemberSummary own, MemberSummary person, HealthRecord record) =>
        own with
        {
            Conditions = [.. record.Conditions.Select(condition => condition.Code)],
            RecordNumber = record.Number,
            Plan = person.Plan ?? own.Plan,
            LastEntryAt = record.LastEntryAt,
            LastCareAt = own.UsedAt > person.UsedAt ? own.UsedAt : person.UsedAt ?? own.UsedAt,
            Ledgers = [.. person.Ledgers, .. own.Ledgers.Where(ledger => person.Ledgers.All(known => known.Form != ledger.Form))],
            HasMoved = false,
        };
}
