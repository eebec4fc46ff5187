using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// The partitions of the households, and the only way to change one: announce, then commit (docs/adr/0002-announce-then-commit.md).
/// A crash between the two leaves a message that finds nothing new; a commit without its message cannot happen.
/// </summary>
public sealed class HouseholdTable(
    TableServiceClient service,
    FieldSealer sealer,
    MessageSender messages,
    ChangeAudit audit,
    Signatures signatures,
    RecentHouseholds recent
)
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

    /// <summary>The header and all documents of now: one partition query. The past sorts before them and is left out.</summary>
    public async Task<HouseholdPartition?> ReadAsync(HouseholdId id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {DocumentKeys.Now}");
        var rows = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        recent.Read(id, rows);
        return PartitionOf(rows, sealer);
    }

    /// <summary>
    /// The same as this process read or committed it a short time ago, without asking the storage: it may have changed since. Only what is
    /// committed on it may come of it; what is answered otherwise is read.
    /// </summary>
    public HouseholdPartition? Recall(HouseholdId id) => recent.Find(id) is { } rows ? PartitionOf(rows, sealer) : null;

    /// <summary>Of a partition's rows, those of the past left out where they are among them; null without a header.</summary>
    internal static HouseholdPartition? PartitionOf(IEnumerable<TableEntity> rows, FieldSealer sealer)
    {
        StoredHousehold? header = null;
        StoredProjectionState? shown = null;
        var documents = new List<StoredDocument>();
        foreach (var row in rows.Where(row => !DocumentKeys.IsOfPast(row.RowKey)))
        {
            switch (row.RowKey)
            {
                case HouseholdRow.Key:
                    header = HouseholdRow.Read(row, sealer);
                    break;
                case ProjectionTable.Key:
                    shown = ProjectionTable.Read(row);
                    break;
                default:
                    documents.Add(SealedRow.Read(row, sealer));
                    break;
            }
        }

        return header is null ? null : new HouseholdPartition(header, documents) { Shown = shown };
    }

    /// <summary>The first commit of a household; false when it is there already, and then nothing was written.</summary>
    public async Task<bool> AddAsync<T>(
        Household household,
        IReadOnlyList<DocumentChange> documents,
        T announcement,
        CancellationToken cancellationToken
    )
        where T : IMessage =>
        await CommitAsync(read: null, household, documents, announcement, messageAfter: null, shown: null, cancellationToken) is not null;

    /// <summary>The next version of a household with the documents that change with it, whole or not at all.</summary>
    /// <param name="messageAfter">How long the announcement waits for whoever does its work at once.</param>
    /// <param name="shown">The mark of this version, with the tag of the one that was read, where the views show it already.</param>
    /// <returns>The announcement; null when it was changed since it was read: read and decide again.</returns>
    public Task<SentMessage?> CommitAsync<T>(
        StoredHousehold read,
        Household next,
        IReadOnlyList<DocumentChange> changes,
        T announcement,
        CancellationToken cancellationToken,
        TimeSpan? messageAfter = null,
        StoredProjectionState? shown = null
    )
        where T : IMessage => CommitAsync(read, next, changes, announcement, messageAfter, shown, cancellationToken);

    /// <summary>Every document of a person, those of the past among them.</summary>
    public async Task<IReadOnlyList<StoredDocument>> ListOfPersonAsync(PersonPlace person, CancellationToken cancellationToken)
    {
        var documents = new List<StoredDocument>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {person.Household.Value}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (DocumentKeys.MemberOf(row.RowKey) == person.Member)
            {
                documents.Add(SealedRow.Read(row, sealer));
            }
        }

        return documents;
    }

    /// <summary>Writes the past of a person who is about to arrive. Nothing leads to it yet, so the header does not guard it.</summary>
    public Task BringAsync(HouseholdId household, IEnumerable<PutDocument> documents, CancellationToken cancellationToken) =>
        InBatchesAsync(documents.Select(document => ActionOf(household, document)), cancellationToken);

    /// <summary>Takes away documents of a person who has gone, in the order given. What was read before is not committed after.</summary>
    public async Task ClearAsync(HouseholdId household, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await InBatchesAsync(keys.Select(key => ActionOf(household, new RemoveDocument(key))), cancellationToken, TouchOf(household));
        recent.Forget(household);
    }

    /// <param name="with">Goes with every batch.</param>
    private async Task InBatchesAsync(
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellationToken,
        params TableTransactionAction[] with
    )
    {
        foreach (var batch in actions.Chunk(RowsAtOnce))
        {
            await _table.SubmitTransactionAsync([.. batch, .. with], cancellationToken);
        }
    }

    /// <summary>The header gets another tag, and is otherwise as it was.</summary>
    private static TableTransactionAction TouchOf(HouseholdId household) =>
        new(TableTransactionActionType.UpdateMerge, new TableEntity(household.Value, HouseholdRow.Key), ETag.All);

    /// <param name="read">What guards the commit; null where there is no such household yet.</param>
    private async Task<SentMessage?> CommitAsync<T>(
        StoredHousehold? read,
        Household next,
        IReadOnlyList<DocumentChange> changes,
        T announcement,
        TimeSpan? messageAfter,
        StoredProjectionState? shown,
        CancellationToken cancellationToken
    )
        where T : IMessage
    {
        changes = await SignedAsync(changes, cancellationToken);
        var commitId = Guid.NewGuid().ToString("N");
        var row = HouseholdRow.Write(next, commitId, sealer);
        var header = read is null
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, new ETag(read.Tag));
        var sent = await messages.SendAsync(announcement, messageAfter, cancellationToken);
        DocumentChange[] record = ChangeAudit.RecordOf(next.Id, next.Version) is { } made ? [made] : [];
        TableTransactionAction[] mark = shown is null
            ? []
            :
            [
                new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    ProjectionTable.Write(next.Id, shown.Views),
                    new ETag(shown.Tag)
                ),
            ];
        TableTransactionAction[] actions = [header, .. changes.Concat(record).Select(change => ActionOf(next.Id, change)), .. mark];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(CommitPatience);
        try
        {
            var written = await _table.SubmitTransactionAsync(actions, patience.Token);
            recent.Committed(next.Id, read?.Tag, actions, written.Value);
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile())
        {
            // A retry inside the client, after an answer that was lost, meets its own commit.
            if (await FindAsync(next.Id, cancellationToken) is not { } stored || stored.CommitId != commitId)
            {
                recent.Overtaken(next.Id, read?.Tag);
                // Others may have built on a commit of ours whose answer was lost, so the announcement stays.
                AuditedCall.Current?.LeaveChange();
                return null;
            }
            recent.Forget(next.Id);
        }
        catch
        {
            // Nobody knows whether it was committed.
            recent.Forget(next.Id);
            throw;
        }
        audit.Committed(next.Id, next.Version);
        return sent;
    }

    // In the one place where all is committed, so that no slice has to hand names on to what it writes.
    private async ValueTask<IReadOnlyList<DocumentChange>> SignedAsync(
        IReadOnlyList<DocumentChange> changes,
        CancellationToken cancellationToken
    )
    {
        if (AuditedCall.Current?.Caller is not { } caller || !changes.Any(IsUnsigned))
        {
            return changes;
        }
        return await signatures.OfAsync(caller, cancellationToken) is { } signature
            ? [.. changes.Select(change => IsUnsigned(change) ? ((PutDocument)change).SignedWith(signature) : change)]
            : changes;

        bool IsUnsigned(DocumentChange change) => change is PutDocument put && put.WaitsForSignatureOf(caller.AccountId);
    }

    private TableTransactionAction ActionOf(HouseholdId household, DocumentChange change) =>
        change switch
        {
            PutDocument put => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                SealedRow.Write(household, put, sealer)
            ),
            _ => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(household.Value, change.Key), ETag.All),
        };
}
