using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.HealthCards;

/// <summary>
/// Table <c>HealthCards</c>: PartitionKey = the first two characters of the token's fingerprint, RowKey = the fingerprint. It only says
/// where to look: whether a card holds is the household's to say, so a row that a crash left behind opens nothing.
/// </summary>
public sealed class CardTable(TableServiceClient service, Fingerprinter fingerprinter)
{
    public const string Name = "HealthCards";

    private readonly TableClient _table = service.GetTableClient(Name);

    public Task PutAsync(string token, HouseholdId household, int member, CancellationToken cancellationToken)
    {
        var (partition, key) = KeysOf(token);
        return _table.UpsertEntityAsync(
            new TableEntity(partition, key) { ["Household"] = household.Value, ["Member"] = member },
            TableUpdateMode.Replace,
            cancellationToken
        );
    }

    public async Task<(HouseholdId Household, int Member)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (partition, key) = KeysOf(token);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return row.HasValue && HouseholdId.TryParse(row.Value!.Required<string>("Household"), out var household)
            ? (household, row.Value!.Required<int>("Member"))
            : null;
    }

    public Task RemoveAsync(string token, CancellationToken cancellationToken)
    {
        var (partition, key) = KeysOf(token);
        return _table.DeleteEntityAsync(partition, key, cancellationToken: cancellationToken);
    }

    private (string Partition, string Key) KeysOf(string token)
    {
        var fingerprint = fingerprinter.Of("health-card", token);
        return (fingerprint[..2], fingerprint);
    }
}
