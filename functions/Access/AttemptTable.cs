using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>
/// Failed attempts, beside the accounts: PK as the account's, RK <c>{id}:attempts</c>. Kept for user names that do not exist as well,
/// so that neither the lock nor the time it takes tells which do.
/// </summary>
public sealed class AttemptTable(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(AccountTable.Name);

    public async Task<(Attempts Attempts, ETag? ETag)> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<Row>(
            AccountRow.PartitionOf(accountId),
            RowKeyOf(accountId),
            cancellationToken: cancellationToken
        );
        return found.HasValue ? (new Attempts(found.Value!.Failures, found.Value.LockedUntil), found.Value.ETag) : (Attempts.None, null);
    }

    /// <summary>False where another attempt was counted at the same time: look again.</summary>
    public async Task<bool> TryWriteAsync(string accountId, Attempts attempts, ETag? etag, CancellationToken cancellationToken)
    {
        var row = Row.From(accountId, attempts);
        try
        {
            if (etag is { } seen)
            {
                await _table.UpdateEntityAsync(row, seen, TableUpdateMode.Replace, cancellationToken);
            }
            else
            {
                await _table.AddEntityAsync(row, cancellationToken);
            }
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412 or 404)
        {
            return false;
        }
    }

    public Task ForgetAsync(string accountId, CancellationToken cancellationToken) =>
        _table.DeleteEntityAsync(AccountRow.PartitionOf(accountId), RowKeyOf(accountId), ETag.All, cancellationToken);

    private static string RowKeyOf(string accountId) => $"{accountId}:attempts";

    internal sealed class Row : ITableEntity
    {
        // Table storage knows no time before 1601.
        private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public int Failures { get; set; }
        public DateTimeOffset LockedUntil { get; set; }

        public static Row From(string accountId, Attempts attempts) =>
            new()
            {
                PartitionKey = AccountRow.PartitionOf(accountId),
                RowKey = RowKeyOf(accountId),
                Failures = attempts.Failures,
                LockedUntil = attempts.LockedUntil > Never ? attempts.LockedUntil : Never,
            };
    }
}
