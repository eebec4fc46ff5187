using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.FollowUps;

/// <summary>
/// RowKey <c>visits:01</c> = the member's last visits in short, read with the household; <c>history:visit:01:{id}</c> = each visit, written once
/// and left out when the household is read.
/// </summary>
internal static class VisitRow
{
    private const string LogKind = "visits";

    public static TableEntity Write(HouseholdId household, Visit visit, FieldSealer sealer) =>
        SealedRow.Write(household, KeyOf(visit.Member, visit.Id), visit, sealer);

    public static Visit Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<Visit>(row, sealer);

    public static string KeyOf(int member, string visit) => $"history:{HouseholdRow.MemberKey("visit", member)}:{visit}";

    public static TableEntity WriteLog(HouseholdId household, int member, VisitLog log, FieldSealer sealer) =>
        SealedRow.Write(household, HouseholdRow.MemberKey(LogKind, member), log, sealer);

    public static VisitLog LogOf(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.RowsOf(LogKind).FirstOrDefault(row => row.RowKey == HouseholdRow.MemberKey(LogKind, member)) is { } row
            ? SealedRow.Read<VisitLog>(row, sealer)
            : VisitLog.Empty;
}
