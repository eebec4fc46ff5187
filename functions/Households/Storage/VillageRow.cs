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

    /// <param name="regionCode">The township's, or one of its villages'.</param>
    public static string PartitionOf(string regionCode) => regionCode[..9];

    public static TableEntity Write(Household household, FieldSealer sealer)
    {
        var (partition, key) = (PartitionOf(household.VillageCode), ViewKeys.GuardOf(household.VillageCode, household.Id));
        return new TableEntity(partition, key)
        {
            ["Version"] = household.Version,
            ["VillageCode"] = household.VillageCode,
            ["Status"] = household.StatusWhen(listed: true).ToString(),
            ["PhysicianId"] = household.PhysicianId,
            ["HasUnreadPhone"] = household.Problems.Any(problem => problem.Code is HouseholdProblem.PhoneUnread),
            ["Sealed"] = Schema.Seal(household, Context(partition, key), sealer),
        };
    }

    public static VillageHousehold Read(TableEntity row, FieldSealer sealer) =>
        new(
            Schema.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey), sealer),
            Enum.Parse<HouseholdStatus>(row.Required<string>("Status"))
        );

    private static string Context(string partition, string key) => $"{VillageTable.Name}/{partition}/{key}";
}
