using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>RowKey = <c>record:01</c>.</summary>
internal static class RecordRow
{
    public const string Kind = "record";

    public static TableEntity Write(HouseholdId household, HealthRecord record, FieldSealer sealer) =>
        SealedRow.Write(household, HouseholdRow.MemberKey(Kind, record.Member), record, sealer);

    public static HealthRecord? Find(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.RowsOf(Kind).FirstOrDefault(row => row.RowKey == HouseholdRow.MemberKey(Kind, member)) is { } row ? Read(row, sealer) : null;

    public static HealthRecord Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<HealthRecord>(row, sealer);
}
