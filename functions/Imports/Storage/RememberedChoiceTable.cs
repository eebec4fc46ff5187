using System.Security.Cryptography;
using System.Text;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// What accounts chose for files: PartitionKey = <c>choice:</c> and the account, RowKey = a hash of the sheet's headings, so that the next
/// file of that kind is read in the same way. Headings and column names are nobody's personal data.
/// </summary>
public sealed class RememberedChoiceTable(TableServiceClient service)
{
    private static readonly DocumentSchema<RememberedChoice> Schema = new();

    private readonly TableClient _table = service.GetTableClient(ImportTable.Name);

    public async Task<RememberedChoice?> FindAsync(string accountId, string kind, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(accountId),
            KeyOf(kind),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? Schema.Read(row.Value!.Required<string>("Choice")) : null;
    }

    public Task KeepAsync(string accountId, string kind, RememberedChoice choice, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(
            new TableEntity(PartitionOf(accountId), KeyOf(kind)) { ["Choice"] = Schema.Write(choice) },
            TableUpdateMode.Replace,
            cancellationToken
        );

    private static string PartitionOf(string accountId) => $"choice:{ImportListRow.KeyOf(accountId)}";

    private static string KeyOf(string kind) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind)));
}
