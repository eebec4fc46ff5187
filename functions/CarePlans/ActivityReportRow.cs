using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>RowKey <c>history:activity:01:{report id}</c>: that the report was taken in, and what it said.</summary>
internal static class ActivityReportRow
{
    public static TableEntity Write(HouseholdId household, int member, ActivityReport report, FieldSealer sealer) =>
        SealedRow.Write(household, KeyOf(member, report.Id), report, sealer);

    public static ActivityReport Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<ActivityReport>(row, sealer);

    public static string KeyOf(int member, string reportId) => $"history:{HouseholdRow.MemberKey("activity", member)}:{reportId}";
}
