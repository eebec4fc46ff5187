using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Referrals;

/// <summary>
/// Table <c>ReferralLedgers</c>, a view: PartitionKey = township code or physician id, RowKey as <see cref="ViewKeys"/> says, the newest
/// referral first. A page is a range of keys. The household's own row in its township remembers on whose ledgers it stands.
/// </summary>
public sealed class ReferralLedgerTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "ReferralLedgers";
    private const string SeenUntil = "SeenUntil";

    private static readonly DocumentSchema<ReferralLine> Lines = new();

    private readonly TableClient _table = service.GetTableClient(Name);
    private ViewRows Rows => new(_table);

    /// <summary>The household's own row on a township's ledger; null where it does not stand there.</summary>
    internal async Task<TableEntity?> FindShownAsync(string township, HouseholdId household, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            township,
            ViewKeys.GuardOf(household),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? row.Value : null;
    }

    /// <summary>On whose ledgers the household stands by its row on a township's.</summary>
    internal static IReadOnlyList<string> PhysiciansOf(TableEntity? shown) =>
        shown?.Required<string>("Physicians").Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <param name="partition">A township's code or a physician's id.</param>
    /// <param name="physicians">On whose ledgers it stands, for the township's.</param>
    /// <param name="shown">The household's own row there, where it was read; saves reading it.</param>
    /// <returns>False where a newer version is shown.</returns>
    internal Task<bool> ShowAsync(
        string partition,
        Household household,
        IReadOnlyList<PlacedReferralLine> lines,
        IEnumerable<string> physicians,
        TableEntity? shown,
        CancellationToken cancellationToken
    )
    {
        var guard = new TableEntity(partition, ViewKeys.GuardOf(household.Id))
        {
            ["Version"] = household.Version,
            ["VillageCode"] = household.VillageCode,
            ["Physicians"] = string.Join(' ', physicians),
        };
        return Rows.ShowAsync(guard, [.. lines.Select(line => Write(partition, household, line))], shown, cancellationToken);
    }

    internal Task ClearAsync(string partition, HouseholdId household, CancellationToken cancellationToken) =>
        Rows.ClearAsync(partition, ViewKeys.GuardOf(household), cancellationToken);

    /// <param name="after">The last key of the page before; null for the first.</param>
    /// <param name="at">Now: what a guest may see no longer is left out of the line.</param>
    /// <returns>At most so many lines, the newest first, and the last one's key where there may be more.</returns>
    internal async Task<(IReadOnlyList<(ReferralLine Line, bool IsReceived)> Items, string? Last)> PageAsync(
        string partition,
        ReferralLedgerFilter filter,
        string? after,
        int size,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var items = new List<(ReferralLine Line, bool IsReceived)>(size);
        await foreach (
            var page in _table.QueryAsync<TableEntity>(QueryOf(partition, filter, after), size, null, cancellationToken).AsPages()
        )
        {
            foreach (var row in page.Values)
            {
                items.Add(Read(row, at));
                if (items.Count == size)
                {
                    return (items, page.ContinuationToken is null && row == page.Values[^1] ? null : row.RowKey);
                }
            }
        }
        return (items, null);
    }

    private static string QueryOf(string partition, ReferralLedgerFilter filter, string? after)
    {
        var (from, before) = filter.Keys;
        var query =
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {before}")
            + TableClient.CreateQueryFilter(
                $" and RowKey gt {(after is not null && string.CompareOrdinal(after, from) > 0 ? after : from)}"
            );
        if (filter.Village is { } village)
        {
            query += TableClient.CreateQueryFilter($" and VillageCode eq {village}");
        }
        if (filter.Direction is { } direction)
        {
            query += TableClient.CreateQueryFilter($" and Direction eq {direction.ToString()}");
        }
        if (filter.IsOver is { } isOver)
        {
            query += TableClient.CreateQueryFilter($" and IsOver eq {isOver}");
        }
        return filter.IsReceived is { } isReceived ? query + TableClient.CreateQueryFilter($" and IsReceived eq {isReceived}") : query;
    }

    private TableEntity Write(string partition, Household household, PlacedReferralLine placed)
    {
        var key = ViewKeys.LineOf(ReferralLedgerFilter.OrderOf(placed.SortedAt), household.VillageCode, household.Id, placed.Member);
        var row = new TableEntity(partition, key)
        {
            ["VillageCode"] = household.VillageCode,
            ["Direction"] = placed.Line.Direction.ToString(),
            ["IsOver"] = placed.Line.DueOn is null,
            ["IsReceived"] = placed.IsReceived,
            ["Sealed"] = Lines.Seal(placed.Line, Context(partition, key), sealer),
        };
        if (placed.SeenUntil is { } until)
        {
            row[SeenUntil] = until;
        }
        return row;
    }

    private (ReferralLine Line, bool IsReceived) Read(TableEntity row, DateTimeOffset at)
    {
        var line = Lines.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey), sealer);
        var isSeen = !row.TryGetValue(SeenUntil, out var until) || until is not DateTimeOffset end || at < end;
        return (isSeen ? line : line with { Person = null }, row.Required<bool>("IsReceived"));
    }

    private static string Context(string partition, string key) => $"{Name}/{partition}/{key}";
}
