using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// A household's rows in one partition of a view, whose order is the order of the list: one row stays where it is and guards the others
/// (columns <c>Version</c>, <c>VillageCode</c> and <c>Lines</c>), and a line whose place in the list changes is another row. All are
/// written in one transaction, and an older version never overwrites a newer one.
/// </summary>
internal sealed class ViewRows(TableClient table)
{
    /// <param name="content">Fingerprint of what <paramref name="write"/> makes, the version left out.</param>
    /// <param name="write">
    /// Makes the row that guards, with all its columns but <c>Lines</c>, which is added, and all lines that the household has in this
    /// partition.
    /// </param>
    /// <param name="known">
    /// What is shown, as it was when it was shown; saves reading it. Its content is given only where it is of the version just before: then
    /// the same content is not written again, and the guard keeps its version.
    /// </param>
    /// <returns>What is shown now; null when that is a newer version.</returns>
    public async Task<ProjectedList?> ShowAsync(
        string content,
        Func<(TableEntity Guard, IReadOnlyList<TableEntity> Lines)> write,
        ProjectedList? known,
        CancellationToken cancellationToken
    )
    {
        if (known?.Content == content)
        {
            return known;
        }
        var (guard, lines) = write();
        var shown = await ShowAsync(guard, lines, known, cancellationToken);
        return shown is null ? null : shown with { Content = content };
    }

    private async Task<ProjectedList?> ShowAsync(
        TableEntity guard,
        IReadOnlyList<TableEntity> lines,
        ProjectedList? known,
        CancellationToken cancellationToken
    )
    {
        guard["Lines"] = string.Join(' ', lines.Select(line => ViewKeys.PlaceOf(line.RowKey)));
        try
        {
            return await SubmitAsync(guard, lines, known?.Tag.AsETag(), known is null ? [] : LinesOf(guard, known), cancellationToken);
        }
        catch (RequestFailedException failure) when (IsOvertaken(failure))
        {
            return await ReplaceOlderAsync(guard, lines, cancellationToken);
        }
    }

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
                            .. LinesOf(guard, ShownBy(guard))
                                .Select(key => new TableTransactionAction(
                                    TableTransactionActionType.Delete,
                                    new TableEntity(partition, key),
                                    ETag.All
                                )),
                        ],
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

    private Task<ProjectedList?> ReplaceOlderAsync(
        TableEntity guard,
        IReadOnlyList<TableEntity> lines,
        CancellationToken cancellationToken
    ) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                var shown = await FindGuardAsync(guard.PartitionKey, guard.RowKey, token);
                var (version, next) = (shown?.Required<int>("Version") ?? 0, guard.Required<int>("Version"));
                if (version >= next)
                {
                    return Attempt.Done(version == next ? ShownBy(shown!) : null);
                }
                try
                {
                    return Attempt.Done<ProjectedList?>(
                        await SubmitAsync(guard, lines, shown?.ETag, shown is null ? [] : LinesOf(shown, ShownBy(shown)), token)
                    );
                }
                catch (RequestFailedException failure) when (IsOvertaken(failure))
                {
                    // Another projection of the same household was quicker.
                    return Attempt.Overtaken<ProjectedList?>();
                }
            },
            cancellationToken
        );

    private async Task<ProjectedList> SubmitAsync(
        TableEntity guard,
        IReadOnlyList<TableEntity> lines,
        ETag? tag,
        IEnumerable<string> shown,
        CancellationToken cancellationToken
    )
    {
        var gone = shown.Where(key => lines.All(line => line.RowKey != key)).Select(key => new TableEntity(guard.PartitionKey, key));
        var answers = await table.SubmitTransactionAsync(
            [
                tag is { } read
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, guard, read)
                    : new TableTransactionAction(TableTransactionActionType.Add, guard),
                .. lines.Select(line => new TableTransactionAction(TableTransactionActionType.UpsertReplace, line)),
                .. gone.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
            ],
            cancellationToken
        );
        return ShownBy(guard, answers.Value[0].Headers.ETag?.ToString() ?? "");
    }

    private async Task<TableEntity?> FindGuardAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            partition,
            key,
            ["PartitionKey", "RowKey", "Version", "VillageCode", "Lines"],
            cancellationToken
        );
        return row.HasValue ? row.Value : null;
    }

    private static ProjectedList ShownBy(TableEntity guard) => ShownBy(guard, guard.ETag.ToString());

    private static ProjectedList ShownBy(TableEntity guard, string tag) =>
        new(guard.Required<string>("VillageCode"), tag, guard.Required<string>("Lines").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> LinesOf(TableEntity guard, ProjectedList shown) =>
        shown.Lines.Select(place => ViewKeys.LineAt(place, shown.VillageCode, ViewKeys.HouseholdOf(guard.RowKey)));

    private static bool IsOvertaken(RequestFailedException failure) =>
        failure.IsAlreadyThere() || failure.IsChangedMeanwhile() || failure.IsGone();
}

/// <summary>Lines for a partition that another writes the guard of.</summary>
/// <param name="Content">Fingerprint of what is written.</param>
public sealed record ViewLines(string Content, Func<IReadOnlyList<TableEntity>> Write)
{
    public static ViewLines None { get; } = new("", () => []);
}
