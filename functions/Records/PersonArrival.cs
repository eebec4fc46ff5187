using System.Text.Json.Nodes;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>
/// What the arrival of a person makes of the household that holds the identity now; pure. The record is the person's: what was known before
/// and what the new household has said are both in it, and of two allergies none is forgotten.
/// </summary>
internal sealed record PersonArrival(Household Household, IReadOnlyList<TableEntity> Rows)
{
    /// <param name="left">The person's rows in the household that was left, those of the history aside.</param>
    public static PersonArrival In(
        HouseholdPartition partition, int member, string number, MovingPerson person, IEnumerable<TableEntity> left, FieldSealer sealer)
    {
        var (household, own) = (partition.Household, partition.Rows.ToDictionary(row => row.RowKey, StringComparer.Ordinal));
        var rows = new List<TableEntity>();
        foreach (var row in left.Where(row => PersonRow.KindOf(row.RowKey) is not (MemberRow.Kind or RecordRow.Kind) && row.RowKey != MovingPerson.KeyOf(person.Summary.Number)))
        {
            var moved = MovedRow.Of(row, household.Id, member, sealer);
            rows.Add(own.TryGetValue(moved.RowKey, out var present) && !MovedRow.IsOfPlan(row.RowKey) ? MovedRow.Merge(moved, present, sealer) : moved);
        }

        var before = left.Where(row => PersonRow.KindOf(row.RowKey) == RecordRow.Kind).Select(row => RecordRow.Read(row, sealer)).SingleOrDefault();
        var record = RecordRow.Find(partition, member, sealer)!.Joining(before, number);
        rows.Add(RecordRow.Write(household.Id, record, sealer));
        var summaries = household.Members.Select(one => one.Number == member ? SummaryOf(one, person.Summary, record) : one);
        var next = household with
        {
            Version = household.Version + 1,
            // A correction that was made before knows nothing of what has arrived, and must not overwrite it.
            ContentVersion = household.Version + 1,
            Members = [.. summaries],
            Tasks = [.. household.Tasks, .. person.Tasks.Select(task => task with { Member = member, For = task.For == person.PhysicianId ? household.PhysicianId ?? task.For : task.For })],
            Guests = [.. household.Guests, .. person.Guests.Select(guest => guest with { Member = guest.Member is null ? null : member })],
            Referrals = person.Referrals.Aggregate(household.Referrals, (ledger, referral) => ledger.With(referral)),
        };
        return new PersonArrival(next, rows);
    }

    private static MemberSummary SummaryOf(MemberSummary own, MemberSummary person, HealthRecord record) => own with
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

/// <summary>A row of a person on its way to another household.</summary>
internal static class MovedRow
{
    /// <summary>Properties of stored documents that say whose the row is, by their path; a convention test holds the list against the types.</summary>
    public static readonly IReadOnlyList<string[]> MemberPaths = [["member"], ["plan", "member"]];

    public static TableEntity Of(TableEntity row, HouseholdId household, int member, FieldSealer sealer) =>
        At(row, household, PersonRow.KeyFor(row.RowKey, member), member, sealer);

    /// <summary>The row kept for those who look into what was stored: it gave way to another in its place.</summary>
    public static TableEntity Aside(TableEntity row, HouseholdId household, int member, FieldSealer sealer) =>
        At(row, household, $"history:{HouseholdRow.MemberKey("merged", member)}:{row.RowKey}", member, sealer);

    public static bool IsOfPlan(string rowKey) => PersonRow.KindOf(rowKey) is CarePlanRow.Kind or "inForce" or "opinion";

    /// <summary>Both in one: lists hold what stands in either, all else is as the person brought it.</summary>
    public static TableEntity Merge(TableEntity moved, TableEntity present, FieldSealer sealer)
    {
        if (!HouseholdId.TryParse(moved.PartitionKey, out var household)) { throw new FormatException("A row stands under no household id."); }
        var (document, own) = (SealedRow.ReadJson(moved, sealer), SealedRow.ReadJson(present, sealer));
        foreach (var (name, value) in own)
        {
            if (document[name] is JsonArray brought && value is JsonArray items)
            {
                foreach (var item in items.Where(item => !brought.Any(known => IsSame(known, item))).ToList()) { brought.Add(item?.DeepClone()); }
            }
            else if (document[name] is null)
            {
                document[name] = value?.DeepClone();
            }
        }

        return SealedRow.Write(household, moved.RowKey, document, sealer);
    }

    private static bool IsSame(JsonNode? one, JsonNode? other) =>
        one is JsonObject known && other is JsonObject item && known["id"] is { } id ? JsonNode.DeepEquals(id, item["id"]) : JsonNode.DeepEquals(one, other);

    private static TableEntity At(TableEntity row, HouseholdId household, string key, int member, FieldSealer sealer)
    {
        var document = SealedRow.ReadJson(row, sealer);
        foreach (var path in MemberPaths)
        {
            var holder = path.SkipLast(1).Aggregate<string, JsonNode?>(document, (node, name) => (node as JsonObject)?[name]);
            if (holder is JsonObject parent && parent[path[^1]] is JsonValue) { parent[path[^1]] = member; }
        }

        return SealedRow.Write(household, key, document, sealer);
    }
}
