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

    /// <summary>Some 1,400 households of four: one begins with 12 rows and 11 KB.</summary>
    private const long MostBytes = 32 << 20;

    /// <summary>What a row takes beside its sealed content, about.</summary>
    private const int BytesOfRow = 1000;

    /// <summary>Where another process changes the same households, everything is read for so long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _rows = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>Timestamp; 0 where no other process was quicker yet.</summary>
    private long _overtakenAt;

    /// <summary>The rows in the order of their keys; null where they are to be read.</summary>
    internal IReadOnlyList<TableEntity>? Find(HouseholdId household) => IsPaused ? null : _rows.Get<Recent>(household)?.Rows;

    /// <param name="rows">All of now, in the order of their keys.</param>
    internal void Read(HouseholdId household, IReadOnlyList<TableEntity> rows)
    {
        if (rows.FirstOrDefault(row => row.RowKey == HouseholdRow.Key) is { } header)
        {
            Keep(household, new Recent(header, rows));
        }
    }

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
        if (RowsWith(household, tag) is not { } before)
        {
            Forget(household);
            return;
        }
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var written = new List<TableEntity>();
        foreach (var (action, answer) in actions.Zip(answers).Where(change => !DocumentKeys.IsOfPast(change.First.Entity.RowKey)))
        {
            changed.Add(action.Entity.RowKey);
            if (action.ActionType is TableTransactionActionType.Delete)
            {
                continue;
            }
            if (answer.Headers.ETag is not { } now)
            {
                Forget(household);
                return;
            }
            var row = (TableEntity)action.Entity;
            row.ETag = now;
            written.Add(row);
        }
        Read(
            household,
            [.. before.Where(row => !changed.Contains(row.RowKey)).Concat(written).OrderBy(row => row.RowKey, StringComparer.Ordinal)]
        );
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

    private IReadOnlyList<TableEntity>? RowsWith(HouseholdId household, string? tag) =>
        _rows.Get<Recent>(household) is { } recent && recent.Header.ETag.ToString() == tag ? recent.Rows : null;

    private void Keep(HouseholdId household, Recent recent)
    {
        // Who read before somebody's commit may come after it.
        if (_rows.Get<Recent>(household) is { } kept && HouseholdRow.VersionOf(kept.Header) > HouseholdRow.VersionOf(recent.Header))
        {
            return;
        }
        _rows.Set(
            household,
            recent,
            new MemoryCacheEntryOptions { Size = recent.Rows.Sum(SizeOf), AbsoluteExpirationRelativeToNow = Kept }
        );
    }

    private static long SizeOf(TableEntity row) =>
        BytesOfRow + row.Select(column => column.Value).OfType<byte[]>().Sum(bytes => (long)bytes.Length);

    private sealed record Recent(TableEntity Header, IReadOnlyList<TableEntity> Rows);
}
