using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>An entry on its way into a record: its own row, the record with its readings, and the member's summary in the header.</summary>
/// <param name="Household">The header with the summary in it, its version as it was.</param>
/// <param name="Record">As it stands with the entry.</param>
/// <param name="Rows">To be committed with the header.</param>
internal sealed record NewEntry(Household Household, HealthRecord Record, IReadOnlyList<TableEntity> Rows)
{
    /// <param name="household">The header as far as it has been changed in the same decision.</param>
    public static NewEntry In(HouseholdPartition partition, Household household, Entry entry, FieldSealer sealer)
    {
        var row = partition.RowsOf(RecordRow.Kind).Single(row => row.RowKey == HouseholdRow.MemberKey(RecordRow.Kind, entry.Member));
        var record = RecordRow.Read(row, sealer).With(entry);
        var members = household.Members.Select(member => member.Number == entry.Member ? member.After(entry.At, entry.IsCare) : member);
        return new NewEntry(
            household with { Members = [.. members] },
            record,
            [EntryRow.Write(household.Id, entry, sealer), RecordRow.Write(household.Id, record, sealer)]);
    }
}
