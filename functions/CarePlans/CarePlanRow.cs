using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>RowKey <c>plan:01</c> = the member's plan now; <c>plan:01:v0003</c> = each version, written with the plan and never changed.</summary>
internal static class CarePlanRow
{
    public const string Kind = "plan";

    public static IEnumerable<TableEntity> Write(HouseholdId household, CarePlan plan, FieldSealer sealer)
    {
        var key = HouseholdRow.MemberKey(Kind, plan.Member);
        yield return SealedRow.Write(household, key, plan, sealer);
        yield return SealedRow.Write(household, string.Create(CultureInfo.InvariantCulture, $"{key}:v{plan.Version:D4}"), plan, sealer);
    }

    public static CarePlan Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<CarePlan>(row, sealer);
}
