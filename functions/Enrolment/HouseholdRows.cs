using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;
using Azure.Data.Tables;

namespace Alleviation.Functions.Enrolment;

/// <summary>The rows that an enrolment writes below the header.</summary>
public sealed class HouseholdRows(FieldSealer sealer)
{
    internal IEnumerable<TableEntity> Of(HouseholdDraft draft) =>
    [
        .. draft.Members.Select(member => MemberRow.Write(draft.Household.Id, member, sealer)),
        .. draft.Records.Select(record => RecordRow.Write(draft.Household.Id, record, sealer)),
        .. draft.Entries.Select(entry => EntryRow.Write(draft.Household.Id, entry, sealer)),
    ];

    internal IReadOnlyList<Member> MembersOf(HouseholdPartition partition) =>
        [.. partition.RowsOf(MemberRow.Kind).Select(row => MemberRow.Read(row, sealer))];

    internal IReadOnlyList<HealthRecord> RecordsOf(HouseholdPartition partition) =>
        [.. partition.RowsOf(RecordRow.Kind).Select(row => RecordRow.Read(row, sealer))];
}
