using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>A household as its village's list shows it.</summary>
/// <param name="Household">Its header as it was at the version shown.</param>
public sealed record VillageHousehold(Household Household, HouseholdStatus Status);

/// <summary>Columns for filters; the household itself is one sealed document, as in its header.</summary>
internal static class VillageRow
{
    private static readonly DocumentSchema<Household> Schema = new();

    public static TableEntity Write(Household household, FieldSealer sealer) =>
        new(household.VillageCode, household.Id.Value)
        {
            ["Version"] = household.Version,
            ["Status"] = household.StatusWhen(listed: true).ToString(),
            ["PhysicianId"] = household.PhysicianId,
            ["HasUnreadPhone"] = household.Problems.Any(problem => problem.Code is HouseholdProblem.PhoneUnread),
            ["Sealed"] = Schema.Seal(household, Context(household.VillageCode, household.Id.Value), sealer),
        };

    public static VillageHousehold Read(TableEntity row, FieldSealer sealer) =>
        new(
            Schema.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey), sealer),
            Enum.Parse<HouseholdStatus>(row.Required<string>("Status"))
        );

    private static string Context(string villageCode, string household) => $"{VillageTable.Name}/{villageCode}/{household}";
}
