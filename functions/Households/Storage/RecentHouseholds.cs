using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Caching.Memory;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// The rows of now of households that this process has just read or committed, sealed as they are stored. Another process may have
/// changed them since, so they serve only for what a commit guards (docs/adr/0029-a-change-builds-on-what-was-just-read.md).
/// </summary>
public sealed class RecentHouseholds(TimeProvider clock) : IDisposable
{
    /// <summary>From opening a member's page to saving what was done there.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Some 600 households of four.</summary>
    private const long MostBytes = 32 << 20;

    /// <summary>What a row takes beside its sealed content, about.</summary>
    private const int BytesOfRow = 1000;

    /// <summary>Where another process changes the same households, everything is read for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _rows = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Timestamp; 0 where no other process was quicker yet.</summary>
    private long _overtakenAt;

    /// <summary>The rows in the order of their keys; null where they are to be read.</summary>
    internal IReadOnlyCollection<TableEntity>? Find(HouseholdId household) =>
        IsPaused ? null : _rows.Get<Recent>(household)?.Rows.Values.ToArray();

    /// <param name="rows">All of now.</param>
    internal void Read(HouseholdId household, IEnumerable<TableEntity> rows) =>
        Keep(household, rows.ToImmutableSortedDictionary(row => row.RowKey, row => row, StringComparer.Ordinal));

    /// <summary>Follows a commit, where what it was built on is known.</summary>
    /// <param name="tag">Of the header that was replaced; null where the household is new: then whoever reads it keeps it.</param>
    /// <param name="actions">What was committed.</param>
    /// <param name="answers">One for each, with the tag of the row.</param>
    internal void Committed(
        HouseholdId household,
        string? tag,
        IReadOnlyList<TableTransactionAction> actions,
        IReadOnlyList<Response> answers
    )
    {
        if (RowsWith(household, tag) is not { } rows)
        {
            Forget(household);
            return;
        }
        foreach (var (action, answer) in actions.Zip(answers))
        {
            var row = (TableEntity)action.Entity;
            if (DocumentKeys.IsOfPast(row.RowKey))
            {
                continue;
            }
            if (action.ActionType is TableTransactionActionType.Delete)
            {
                rows = rows.Remove(row.RowKey);
                continue;
            }
            if (answer.Headers.ETag is not { } written)
            {
                Forget(household);
                return;
            }
            row.ETag = written;
            rows = rows.SetItem(row.RowKey, row);
        }
        Keep(household, rows);
    }

    /// <summary>A commit was refused, since somebody else was quicker.</summary>
    /// <param name="tag">Of the header that it was built on.</param>
    internal void Overtaken(HouseholdId household, string? tag)
    {
        // Whoever is quicker in this process leaves other rows here.
        if (RowsWith(household, tag) is not null)
        {
            Volatile.Write(ref _overtakenAt, clock.GetTimestamp());
        }
        Forget(household);
    }

    internal void Forget(HouseholdId household) => _rows.Remove(household);

    public void Dispose() => _rows.Dispose();

    private bool IsPaused => Volatile.Read(ref _overtakenAt) is not 0 and var at && clock.GetElapsedTime(at) < Pause;

    private ImmutableSortedDictionary<string, TableEntity>? RowsWith(HouseholdId household, string? tag) =>
        _rows.Get<Recent>(household) is { } recent && recent.Header.ETag.ToString() == tag ? recent.Rows : null;

    private void Keep(HouseholdId household, ImmutableSortedDictionary<string, TableEntity> rows)
    {
        // Who read before somebody's commit may come after it.
        if (
            !rows.TryGetValue(HouseholdRow.Key, out var header)
            || _rows.Get<Recent>(household) is { } recent && HouseholdRow.VersionOf(recent.Header) > HouseholdRow.VersionOf(header)
        )
        {
            return;
        }
        _rows.Set(
            household,
            new Recent(header, rows),
            new MemoryCacheEntryOptions { Size = rows.Values.Sum(SizeOf), AbsoluteExpirationRelativeToNow = Kept }
        );
    }

    private static long SizeOf(TableEntity row) =>
        BytesOfRow + row.Select(column => column.Value).OfType<byte[]>().Sum(bytes => (long)bytes.Length);

    private sealed record Recent(TableEntity Header, ImmutableSortedDictionary<string, TableEntity> Rows);
}
