using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>
/// An entry on its way into a record: its own document, the record with its readings, and the member's summary in the header.
/// </summary>
/// <param name="Household">The header with the summary in it, its version as it was.</param>
/// <param name="Record">As it stands with the entry.</param>
/// <param name="Changes">To be committed with the header.</param>
internal sealed record NewEntry(Household Household, HealthRecord Record, IReadOnlyList<DocumentChange> Changes)
{
    /// <param name="household">The header as far as it has been changed in the same decision.</param>
    public static NewEntry In(HouseholdPartition partition, Household household, Entry entry)
    {
        var record = partition.Find(HealthRecord.StoredAs.Of(entry.Member))!.With(entry);
        var members = household.Members.Select(member => member.Number == entry.Member ? member.After(entry.At, entry.IsCare) : member);
        return new NewEntry(
            household with
            {
                Members = [.. members],
            },
            record,
            [entry.Put(), HealthRecord.StoredAs.Of(record.Member).Put(record)]
        );
    }
}
