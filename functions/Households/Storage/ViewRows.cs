using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// A household's rows in one partition of a view, whose order is the order of the list: one row stays where it is and guards the others
/// (columns <c>Version</c>, <c>VillageCode</c>, <c>Lines</c> and <c>Content</c>), and a line whose place in the list changes is another
/// row. All are written in one transaction, and an older version never overwrites a newer one.
/// </summary>
internal sealed class ViewRows(TableClient table)
{
    /// <summary>
    /// Where it is known what is shown, the transaction takes away the token of that version and puts the next one's: it succeeds only
    /// where that was shown, without anything having been read (docs/adr/0027-a-change-says-what-will-be-shown.md).
    /// </summary>
    /// <param name="rows">What is to be shown.</param>
    /// <param name="known">What is shown, as far as one knows; null where nothing is.</param>
    /// <returns>False when a newer version is shown.</returns>
    public async Task<bool> ShowAsync(ListedRows rows, ProjectedList? known, CancellationToken cancellationToken)
    {
        var (guard, lines) = rows.Write();
        guard["Content"] = rows.Shown.Content;
        SetLines(guard, lines);
        if (known is not null && (known.Version == 0 || known.Version >= rows.Shown.Version))
        {
            return await ReplaceOlderAsync(guard, lines, cancellationToken);
        }
        return await TrySubmitAsync(
                known is null
                    ? new TableTransactionAction(TableTransactionActionType.Add, guard)
                    : new TableTransactionAction(TableTransactionActionType.UpsertReplace, guard),
                lines,
                known is null ? [] : [TokenOf(guard, known.Version, known.Content), .. KeysOf(guard, known.VillageCode, known.Lines)],
                cancellationToken
            ) || await ReplaceOlderAsync(guard, lines, cancellationToken);
    }

    /// <summary>Writes rows without tokens, whose guard was read before.</summary>
    /// <param name="read">The guard as it was read; null where there was none.</param>
    /// <returns>False when a newer version is shown.</returns>
    public async Task<bool> ShowAsync(
        TableEntity guard,
        IReadOnlyList<TableEntity> lines,
        TableEntity? read,
        CancellationToken cancellationToken
    )
    {
        SetLines(guard, lines);
        return await TryReplaceAsync(guard, lines, read, cancellationToken) || await ReplaceOlderAsync(guard, lines, cancellationToken);
    }

    /// <summary>Whether rows with that content are shown, or newer ones.</summary>
    public async Task<bool> ShowsAsync(ListedRows rows, CancellationToken cancellationToken) =>
        await FindGuardAsync(rows.Guard.Partition, rows.Guard.Key, cancellationToken) is { } guard
        && (guard.Required<int>("Version") >= rows.Shown.Version || guard.GetString("Content") == rows.Shown.Content);

    /// <summary>Whether a household stands there at all.</summary>
    public async Task<bool> HasAsync(string partition, string guardKey, CancellationToken cancellationToken) =>
        await FindGuardAsync(partition, guardKey, cancellationToken) is not null;

    /// <summary>Takes a household off; nothing where it does not stand there.</summary>
    public Task ClearAsync(string partition, string guardKey, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                if (await FindGuardAsync(partition, guardKey, token) is not { } guard)
                {
                    return true;
                }
                try
                {
                    await table.SubmitTransactionAsync(
                        [
                            new TableTransactionAction(TableTransactionActionType.Delete, guard, guard.ETag),
                            .. KeysBeside(guard).Select(key => Deletion(partition, key)),
                        ],
                        token
                    );
                    return true;
                }
                catch (RequestFailedException failure) when (IsOvertaken(failure))
                {
                    // Another projection was here.
                    return false;
                }
            },
            cancellationToken
        );

    private Task<bool> ReplaceOlderAsync(TableEntity guard, IReadOnlyList<TableEntity> lines, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                var shown = await FindGuardAsync(guard.PartitionKey, guard.RowKey, token);
                var (version, next) = (shown?.Required<int>("Version") ?? 0, guard.Required<int>("Version"));
                if (version >= next)
                {
                    return Attempt.Done(version == next);
                }
                // Where it fails, another projection of the same household was quicker.
                return await TryReplaceAsync(guard, lines, shown, token) ? Attempt.Done(true) : Attempt.Overtaken<bool>();
            },
            cancellationToken
        );

    private Task<bool> TryReplaceAsync(
        TableEntity guard,
        IReadOnlyList<TableEntity> lines,
        TableEntity? shown,
        CancellationToken cancellationToken
    ) =>
        TrySubmitAsync(
            shown is null
                ? new TableTransactionAction(TableTransactionActionType.Add, guard)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, guard, shown.ETag),
            lines,
            shown is null ? [] : KeysBeside(shown),
            cancellationToken
        );

    /// <returns>False where something else is shown than was thought; then nothing was written.</returns>
    private async Task<bool> TrySubmitAsync(
        TableTransactionAction guarding,
        IReadOnlyList<TableEntity> lines,
        IEnumerable<string> shown,
        CancellationToken cancellationToken
    )
    {
        var guard = (TableEntity)guarding.Entity;
        var gone = shown.Where(key => lines.All(line => line.RowKey != key));
        try
        {
            await table.SubmitTransactionAsync(
                [
                    guarding,
                    .. TokensOf(guard)
                        .Select(key => new TableTransactionAction(
                            TableTransactionActionType.Add,
                            new TableEntity(guard.PartitionKey, key)
                        )),
                    .. lines.Select(line => new TableTransactionAction(TableTransactionActionType.UpsertReplace, line)),
                    .. gone.Select(key => Deletion(guard.PartitionKey, key)),
                ],
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException failure) when (IsOvertaken(failure))
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindGuardAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            partition,
            key,
            ["PartitionKey", "RowKey", "Version", "VillageCode", "Lines", "Content"],
            cancellationToken
        );
        return row.HasValue ? row.Value : null;
    }

    private static void SetLines(TableEntity guard, IReadOnlyList<TableEntity> lines) =>
        guard["Lines"] = string.Join(' ', lines.Select(line => ViewKeys.PlaceOf(line.RowKey)));

    private static IEnumerable<string> KeysBeside(TableEntity guard) =>
        [
            .. TokensOf(guard),
            .. KeysOf(
                guard,
                guard.Required<string>("VillageCode"),
                guard.Required<string>("Lines").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            ),
        ];

    // None where the rows have none, or were written before there were any.
    private static IEnumerable<string> TokensOf(TableEntity guard) =>
        guard.GetString("Content") is { } content ? [TokenOf(guard, guard.Required<int>("Version"), content)] : [];

    private static string TokenOf(TableEntity guard, int version, string? content) =>
        ViewKeys.TokenOf(guard.RowKey, version, content ?? "");

    private static IEnumerable<string> KeysOf(TableEntity guard, string villageCode, IEnumerable<string> places) =>
        places.Select(place => ViewKeys.LineAt(place, villageCode, ViewKeys.HouseholdOf(guard.RowKey)));

    private static TableTransactionAction Deletion(string partition, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All);

    private static bool IsOvertaken(RequestFailedException failure) =>
        failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone();
}
