using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Consultations;

/// <summary>RowKey = <c>thread:01:{id}</c> while it is open, <c>history:thread:01:{id}</c> when it is over; the messages are entries.</summary>
internal static class ThreadRow
{
    public const string Kind = "thread";

    public static TableEntity Write(HouseholdId household, ConsultationThread thread, FieldSealer sealer) =>
        SealedRow.Write(household, thread.IsOver ? HistoryKey(thread.Member, thread.Id) : Key(thread.Member, thread.Id), thread, sealer);

    public static ConsultationThread Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<ConsultationThread>(row, sealer);

    public static ConsultationThread? Find(HouseholdPartition partition, int member, string id, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == Key(member, id)) is { } row ? Read(row, sealer) : null;

    public static IEnumerable<TableEntity> OpenOf(HouseholdPartition partition) =>
        partition.Rows.Where(row => row.RowKey.StartsWith($"{Kind}:", StringComparison.Ordinal));

    public static string Key(int member, string id) => $"{HouseholdRow.MemberKey(Kind, member)}:{id}";

    public static string HistoryKey(int member, string id) => $"history:{Key(member, id)}";

    /// <summary>What the keys of a member's threads begin with.</summary>
    public static string OpenOf(int member) => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{member:D2}:");

    public static string HistoryOf(int member) => $"history:{OpenOf(member)}";
}
