using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Access;

/// <summary>The accounts: PK the first two characters of the account id, RK the id. Names are sealed.</summary>
public sealed class AccountTable(TableServiceClient tables, FieldSealer sealer)
{
    public const string Name = "Accounts";
    private readonly TableClient _table = tables.GetTableClient(Name);

    /// <summary>Null where there is none.</summary>
    public async Task<(Account Account, ETag ETag)?> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<AccountRow>(
            AccountRow.PartitionOf(accountId),
            accountId,
            cancellationToken: cancellationToken
        );
        return found.HasValue ? (found.Value!.ToAccount(sealer), found.Value.ETag) : null;
    }

    /// <summary>False where the account is there already.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(AccountRow.From(account, sealer), cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere())
        {
            // A retry inside the client, after an answer that was lost, meets its own account: nobody else's has this stamp.
            return await FindAsync(account.Id, cancellationToken) is var (stored, _) && stored.Stamp == account.Stamp;
        }
    }

    /// <summary>False where somebody else was faster.</summary>
    public async Task<bool> ReplaceAsync(Account account, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(AccountRow.From(account, sealer), etag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 412 or 404)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether another account that is not disabled is the physician's. Looks through all accounts: for an operator's rare call.
    /// </summary>
    public async Task<bool> HasOtherOfAsync(string physicianId, string accountId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PhysicianId eq {physicianId} and Disabled eq {false} and RowKey ne {accountId}");
        return await _table.QueryAsync<TableEntity>(filter, 1, ["RowKey"], cancellationToken).AnyAsync(cancellationToken);
    }

    /// <summary>The accounts after this id, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(string after, int count, CancellationToken cancellationToken)
    {
        // Rows of failed attempts have no role. Every partition key is the beginning of its row keys, so one order serves both.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {AccountRow.PartitionOf(after)} and RowKey gt {after} and Role gt {""}"
        );
        var rows = _table.QueryAsync<AccountRow>(filter, count, cancellationToken: cancellationToken);
        return await rows.Take(count).Select(row => row.ToAccount(sealer)).ToListAsync(cancellationToken);
    }

    public async Task<bool> AnyAsync(CancellationToken cancellationToken) => (await ListAsync("", 1, cancellationToken)).Count > 0;
}
