using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>
/// The partitions of the households, and the only way to change one: announce, then commit (docs/adr/0002-announce-then-commit.md).
/// A crash between the two leaves a message that finds nothing new; a commit without its message cannot happen.
/// </summary>
public sealed class HouseholdTable(TableServiceClient service, FieldSealer sealer, MessageSender messages)
{
    public const string Name = "Households";

    /// <summary>
    /// From the announcement to the end of the commit. The message waits longer (host.json: 7 returns of 5 s), so that no commit comes
    /// after its message has given up.
    /// </summary>
    private static readonly TimeSpan CommitPatience = TimeSpan.FromSeconds(20);

    /// <summary>A transaction holds 100 rows and 4 MiB.</summary>
    private const int RowsAtOnce = 50;

    private readonly TableClient _table = service.GetTableClient(Name);

    /// <summary>The header alone: a point read.</summary>
    public async Task<StoredHousehold?> FindAsync(HouseholdId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, HouseholdRow.Key, cancellationToken: cancellationToken);
        return row.HasValue ? HouseholdRow.Read(row.Value!, sealer) : null;
    }

    /// <summary>The header and all members, records and plans: one partition query. The history sorts before the header and is left out.</summary>
    public async Task<HouseholdPartition?> ReadAsync(HouseholdId id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {HouseholdRow.Key}");
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) { rows.Add(row); }
        return rows is [{ RowKey: HouseholdRow.Key } header, ..] ? new HouseholdPartition(HouseholdRow.Read(header, sealer), rows) : null;
    }

    /// <summary>The first commit of a household; false when it is there already, and then nothing was written.</summary>
    public Task<bool> AddAsync<T>(Household household, IEnumerable<TableEntity> rows, T announcement, CancellationToken cancellationToken)
        where T : IMessage =>
        CommitAsync(
            household, header => new TableTransactionAction(TableTransactionActionType.Add, header), [.. rows.Select(Put)], announcement, messageAfter: null, cancellationToken);

    /// <summary>The next version of a household with the rows that change with it, whole or not at all.</summary>
    /// <param name="gone">Keys of rows that go.</param>
    /// <param name="messageAfter">How long the announcement waits for whoever does its work at once.</param>
    /// <returns>False when it was changed since it was read: read and decide again.</returns>
    public Task<bool> CommitAsync<T>(
        StoredHousehold read,
        Household next,
        IEnumerable<TableEntity> rows,
        T announcement,
        CancellationToken cancellationToken,
        IEnumerable<string>? gone = null,
        TimeSpan? messageAfter = null)
        where T : IMessage => CommitAsync(
            next,
            header => new TableTransactionAction(TableTransactionActionType.UpdateReplace, header, read.ETag),
            [.. rows.Select(Put), .. gone?.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(next.Id.Value, key), ETag.All)) ?? []],
            announcement,
            messageAfter,
            cancellationToken);

    /// <summary>Every row of a person, those of the history among them.</summary>
    public async Task<IReadOnlyList<TableEntity>> ListOfPersonAsync(PersonPlace person, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person.Household.Value}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (PersonRow.MemberOf(row.RowKey) == person.Member) { rows.Add(row); }
        }

        return rows;
    }

    /// <summary>Writes rows of the history of a person who is about to arrive. Nothing leads to them yet, so the header does not guard them.</summary>
    public Task BringAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) =>
        InBatchesAsync(rows.Select(Put), cancellationToken);

    /// <summary>Takes away rows of a person who has gone, in the order given.</summary>
    public Task ClearAsync(HouseholdId household, IEnumerable<string> keys, CancellationToken cancellationToken) => InBatchesAsync(
        keys.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(household.Value, key), ETag.All)), cancellationToken);

    private async Task InBatchesAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var batch in actions.Chunk(RowsAtOnce)) { await _table.SubmitTransactionAsync(batch, cancellationToken); }
    }

    private async Task<bool> CommitAsync<T>(
        Household next,
        Func<TableEntity, TableTransactionAction> guard,
        IReadOnlyList<TableTransactionAction> actions,
        T announcement,
        TimeSpan? messageAfter,
        CancellationToken cancellationToken)
        where T : IMessage
    {
        var commitId = Guid.NewGuid().ToString("N");
        var header = guard(HouseholdRow.Write(next, commitId, sealer));
        await messages.SendAsync(announcement, messageAfter, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(CommitPatience);
        try
        {
            await _table.SubmitTransactionAsync([header, .. actions], patience.Token);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile())
        {
            // A retry inside the client, after an answer that was lost, meets its own commit.
            return await FindAsync(next.Id, cancellationToken) is { } stored && stored.CommitId == commitId;
        }
    }

    private static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
