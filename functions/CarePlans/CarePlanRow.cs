using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>
/// RowKey <c>plan:01</c> = the member's plan now and its schedule; <c>history:plan:01:v0003</c> = each version of the plan, written with
/// it and never changed; <c>inForce:01</c> = the version in force, where there is one. History sorts before the header, so that reading the household leaves it out.
/// </summary>
internal static class CarePlanRow
{
    public const string Kind = "plan";

    public static TableEntity Write(HouseholdId household, MemberCare care, FieldSealer sealer) =>
        SealedRow.Write(household, HouseholdRow.MemberKey(Kind, care.Member), care, sealer);

    public static TableEntity WriteVersion(HouseholdId household, CarePlan plan, FieldSealer sealer) =>
        SealedRow.Write(household, VersionKey(plan.Member, plan.Version), plan, sealer);

    /// <summary>A member's of a household that was read; null where there is none.</summary>
    public static MemberCare? Of(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.RowsOf(Kind).FirstOrDefault(row => row.RowKey == HouseholdRow.MemberKey(Kind, member)) is { } row ? Read(row, sealer) : null;

    public static TableEntity WriteInForce(HouseholdId household, CarePlan plan, FieldSealer sealer) =>
        SealedRow.Write(household, InForceKey(plan.Member), plan, sealer);

    public static MemberCare Read(TableEntity row, FieldSealer sealer) => SealedRow.Read<MemberCare>(row, sealer);

    public static CarePlan ReadVersion(TableEntity row, FieldSealer sealer) => SealedRow.Read<CarePlan>(row, sealer);

    public static string VersionKey(int member, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{VersionsOf(member)}v{version:D4}");

    public static string InForceKey(int member) => HouseholdRow.MemberKey("inForce", member);

    /// <summary>What the keys of a member's versions begin with.</summary>
    public static string VersionsOf(int member) => $"history:{HouseholdRow.MemberKey(Kind, member)}:";
}
