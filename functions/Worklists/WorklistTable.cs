using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Worklists;

/// <summary>
/// Table <c>Worklists</c>, a view: PartitionKey = physician id, RowKey = <c>{household}:{member}</c>; member 00 is the household's own
/// line and guards the others. A panel is one partition read.
/// </summary>
public sealed class WorklistTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Worklists";

    private static readonly DocumentSchema<WorklistItem> Schema = new();

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<IReadOnlyList<WorklistItem>> ListAsync(string physicianId, CancellationToken cancellationToken)
    {
        var items = new List<WorklistItem>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {physicianId}");
        await using var pages = _table
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .AsPages()
            .GetAsyncEnumerator(cancellationToken);
        var isMore = await pages.MoveNextAsync();
        while (isMore)
        {
            var page = pages.Current;
            // The next page is on its way while this one is opened.
            var next = pages.MoveNextAsync();
            try
            {
                items.AddRange(page.Values.Select(Read));
            }
            finally
            {
                isMore = await next;
            }
        }

        return items;
    }

    /// <param name="known">What is shown, as it was when it was shown; saves reading it.</param>
    /// <returns>What is shown now; null when that is a newer version.</returns>
    public async Task<ProjectedList?> ShowAsync(
        string physicianId,
        Household household,
        ProjectedList? known,
        CancellationToken cancellationToken
    )
    {
        var rows = WorklistItem.Of(household, physicianId).Select(item => Write(physicianId, item)).ToList();
        try
        {
            return await SubmitAsync(
                rows,
                known?.Tag.AsETag(),
                known?.Members.Select(member => new TableEntity(physicianId, KeyOf(household.Id, member)) { ETag = ETag.All }) ?? [],
                cancellationToken
            );
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return await ReplaceOlderAsync(physicianId, household, rows, cancellationToken);
        }
    }

    /// <summary>Takes a household off the worklist of a physician who is not responsible any more.</summary>
    public async Task ClearAsync(string physicianId, HouseholdId household, CancellationToken cancellationToken)
    {
        await ConflictRetry.RunAsync(
            async token =>
            {
                if (await RowsOfAsync(physicianId, household, token) is not { Count: > 0 } rows)
                {
                    return true;
                }
                try
                {
                    await _table.SubmitTransactionAsync(
                        rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)),
                        token
                    );
                    return true;
                }
                catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsGone())
                {
                    // Another projection was here.
                    return false;
                }
            },
            cancellationToken
        );
    }

    private Task<ProjectedList?> ReplaceOlderAsync(
        string physicianId,
        Household household,
        List<TableEntity> rows,
        CancellationToken cancellationToken
    ) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                var shown = await RowsOfAsync(physicianId, household.Id, token);
                var guard = shown.FirstOrDefault(row => row.RowKey == rows[0].RowKey);
                var version = guard?.Required<int>("Version") ?? 0;
                if (version >= household.Version)
                {
                    return Attempt.Done(version == household.Version ? Shown(guard!.ETag, rows) : null);
                }
                try
                {
                    return Attempt.Done<ProjectedList?>(await SubmitAsync(rows, guard?.ETag, shown, token));
                }
                catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsAlreadyThere() || failure.IsGone())
                {
                    // Another projection of the same household was quicker.
                    return Attempt.Overtaken<ProjectedList?>();
                }
            },
            cancellationToken
        );

    /// <summary>
    /// The household's own line first, for it guards the others; then these; what stands there and is not among them goes.
    /// </summary>
    private async Task<ProjectedList> SubmitAsync(
        List<TableEntity> rows,
        ETag? guard,
        IEnumerable<TableEntity> shown,
        CancellationToken cancellationToken
    )
    {
        var gone = shown.Where(row => rows.All(kept => kept.RowKey != row.RowKey));
        var answers = await _table.SubmitTransactionAsync(
            [
                guard is { } tag
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], tag)
                    : new TableTransactionAction(TableTransactionActionType.Add, rows[0]),
                .. rows.Skip(1).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
                .. gone.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)),
            ],
            cancellationToken
        );
        return Shown(answers.Value[0].Headers.ETag ?? default, rows);
    }

    private static ProjectedList Shown(ETag guard, List<TableEntity> rows) =>
        new(guard.ToString(), [.. rows.Select(row => int.Parse(row.RowKey.AsSpan(row.RowKey.Length - 2), CultureInfo.InvariantCulture))]);

    private async Task<List<TableEntity>> RowsOfAsync(string physicianId, HouseholdId household, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        // A semicolon follows the colon.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {physicianId} and RowKey ge {household.Value + ":"} and RowKey lt {household.Value + ";"}"
        );
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                filter,
                select: ["PartitionKey", "RowKey", "Version"],
                cancellationToken: cancellationToken
            )
        )
        {
            rows.Add(row);
        }
        return rows;
    }

    private TableEntity Write(string physicianId, WorklistItem item)
    {
        var key = KeyOf(item.Household, item.Member);
        return new TableEntity(physicianId, key)
        {
            ["Version"] = item.Version,
            ["VillageCode"] = item.VillageCode,
            ["Sealed"] = Schema.Seal(item, Context(physicianId, key), sealer),
        };
    }

    private static string KeyOf(HouseholdId household, int member) =>
        string.Create(CultureInfo.InvariantCulture, $"{household}:{member:D2}");

    private WorklistItem Read(TableEntity row) =>
        Schema.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey), sealer);

    private static string Context(string physicianId, string key) => $"{Name}/{physicianId}/{key}";
}
