using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>The rows of <see cref="CaseTable"/>.</summary>
internal static class CaseRow
{
    public static string Key(string kind, int member, string id) => $"{HouseholdRow.MemberKey(kind, member)}:{id}";

    public static string PastKey(string kind, int member, string id) => $"history:{Key(kind, member, id)}";

    public static T? Find<T>(HouseholdPartition partition, string kind, int member, string id, FieldSealer sealer)
        where T : class =>
        partition.Rows.FirstOrDefault(row => row.RowKey == Key(kind, member, id)) is { } row ? SealedRow.Read<T>(row, sealer) : null;

    public static IEnumerable<T> OpenOf<T>(HouseholdPartition partition, string kind, int member, FieldSealer sealer) =>
        partition.Rows.Where(row => row.RowKey.StartsWith(Key(kind, member, ""), StringComparison.Ordinal)).Select(row => SealedRow.Read<T>(row, sealer));

    /// <summary>How many of a member's are open.</summary>
    public static int CountOpen(HouseholdPartition partition, string kind, int member) =>
        partition.Rows.Count(row => row.RowKey.StartsWith(Key(kind, member, ""), StringComparison.Ordinal));

    public static TableEntity Write<T>(HouseholdId household, string kind, int member, string id, T document, bool isOver, FieldSealer sealer) =>
        SealedRow.Write(household, isOver ? PastKey(kind, member, id) : Key(kind, member, id), document, sealer);
}
