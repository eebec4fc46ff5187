using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Worklists;

/// <summary>
/// Table <c>Worklists</c>, a view: PartitionKey = physician id, RowKey as <see cref="ViewKeys"/> says. The lines of the health workers
/// stand beside their households in <see cref="VillageTable"/>. A page of either is a range of keys: only what is shown is read, and the
/// filters are columns that say nothing to whoever has no key.
/// </summary>
public sealed class WorklistTable(TableServiceClient service, FieldSealer sealer, Fingerprinter fingerprinter)
{
    public const string Name = "Worklists";

    private const string SeenUntil = "SeenUntil";

    private static readonly DocumentSchema<ListedHousehold> Households = new();

    private static readonly DocumentSchema<WorklistItem> Items = new();

    private readonly TableClient _physicians = service.GetTableClient(Name);

    private readonly TableClient _townships = service.GetTableClient(VillageTable.Name);

    private ViewRows Rows => new(_physicians);

    /// <summary>What a physician's list is to show of a household.</summary>
    public ListedRows RowsOf(string physicianId, Household household)
    {
        var (listed, items) = (ListedHousehold.Of(household, physicianId), WorklistItem.Of(household, physicianId));
        return new ListedRows(
            Rows,
            (physicianId, ViewKeys.GuardOf(household.Id)),
            household,
            items.Select(KeyOf),
            ContentOf(physicianId, listed, items),
            () => (Write(physicianId, listed), [.. items.Select(item => Write(Name, physicianId, item))])
        );
    }

    /// <summary>Takes a household off the worklist of a physician who is not responsible any more.</summary>
    public Task ClearAsync(string physicianId, HouseholdId household, CancellationToken cancellationToken) =>
        Rows.ClearAsync(physicianId, ViewKeys.GuardOf(household), cancellationToken);

    /// <summary>Whether a household stands on a physician's list.</summary>
    public Task<bool> HasAsync(string physicianId, HouseholdId household, CancellationToken cancellationToken) =>
        Rows.HasAsync(physicianId, ViewKeys.GuardOf(household), cancellationToken);

    /// <summary>The household's lines for the health workers, to be written with its row among the villages.</summary>
    public ViewLines LinesOfVillage(Household household)
    {
        var (items, township) = (WorklistItem.OfVillage(household), VillageRow.PartitionOf(household.VillageCode));
        return new ViewLines(
            ContentOf(township, listed: null, items),
            [.. items.Select(KeyOf)],
            () => [.. items.Select(item => Write(VillageTable.Name, township, item))]
        );
    }

    /// <summary>The households on a physician's list, in no order.</summary>
    public async Task<IReadOnlyList<ListedHousehold>> ListHouseholdsAsync(string physicianId, CancellationToken cancellationToken)
    {
        var households = new List<ListedHousehold>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {physicianId} and RowKey lt {ViewKeys.Lines}");
        await foreach (var row in _physicians.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            households.Add(Households.Open(row.Required<byte[]>("Sealed"), Context(Name, row.PartitionKey, row.RowKey), sealer));
        }
        return households;
    }

    /// <summary>The townships in which a physician's list has households, in order: nothing is opened for it.</summary>
    public async Task<IReadOnlyList<string>> ListTownshipsAsync(string physicianId, CancellationToken cancellationToken)
    {
        var townships = new SortedSet<string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {physicianId} and RowKey lt {ViewKeys.Lines}");
        var rows = _physicians.QueryAsync<TableEntity>(filter, select: ["VillageCode"], cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            townships.Add(VillageRow.PartitionOf(row.Required<string>("VillageCode")));
        }
        return [.. townships];
    }

    /// <param name="after">The last key of the page before; null for the first.</param>
    /// <returns>At most so many lines in the order of the list, and the last one's key where there may be more.</returns>
    public async Task<(IReadOnlyList<WorklistItem> Items, string? Last)> PageAsync(
        WorklistOwner owner,
        WorklistRange range,
        WorklistFilter filter,
        string? after,
        int size,
        CancellationToken cancellationToken
    )
    {
        var (items, table) = (new List<WorklistItem>(size), NameOf(owner));
        if (range.IsEmpty)
        {
            return (items, null);
        }
        var query = FilterOf(owner, range, after) + string.Concat(ConditionsOf(owner, filter).Select(condition => $" and ({condition})"));
        string[] columns = ["PartitionKey", "RowKey", "Sealed", SeenUntil];
        await foreach (var page in TableOf(owner).QueryAsync<TableEntity>(query, size, columns, cancellationToken).AsPages())
        {
            foreach (var row in page.Values)
            {
                if (IsSeenAt(row, owner.At))
                {
                    items.Add(Items.Open(row.Required<byte[]>("Sealed"), Context(table, row.PartitionKey, row.RowKey), sealer));
                }
                if (items.Count == size)
                {
                    return (items, page.ContinuationToken is null && row == page.Values[^1] ? null : row.RowKey);
                }
            }
        }
        return (items, null);
    }

    /// <summary>How many lines there are, by their keys alone; so many at most.</summary>
    public async Task<int> CountAsync(WorklistOwner owner, WorklistRange range, int most, CancellationToken cancellationToken)
    {
        var query =
            FilterOf(owner, range, after: null) + string.Concat(ConditionsOf(owner, new WorklistFilter()).Select(part => $" and ({part})"));
        var count = 0;
        await foreach (
            var row in TableOf(owner).QueryAsync<TableEntity>(query, most, ["RowKey", SeenUntil], cancellationToken: cancellationToken)
        )
        {
            count += IsSeenAt(row, owner.At) ? 1 : 0;
            if (count == most)
            {
                break;
            }
        }
        return count;
    }

    private string ContentOf(string partition, ListedHousehold? listed, IReadOnlyList<WorklistItem> items) =>
        fingerprinter.OfContent($"{Name} {partition}", new Shown(listed is null ? null : listed with { Version = 0 }, items));

    private TableClient TableOf(WorklistOwner owner) => owner.Region is null ? _physicians : _townships;

    private static string NameOf(WorklistOwner owner) => owner.Region is null ? Name : VillageTable.Name;

    private static string FilterOf(WorklistOwner owner, WorklistRange range, string? after)
    {
        var from = ViewKeys.Lines + range.From;
        return TableClient.CreateQueryFilter($"PartitionKey eq {owner.Partition} and RowKey lt {ViewKeys.Lines + range.Before}")
            + (
                after is not null && string.CompareOrdinal(after, from) > 0
                    ? TableClient.CreateQueryFilter($" and RowKey gt {after}")
                    : TableClient.CreateQueryFilter($" and RowKey ge {from}")
            );
    }

    private IEnumerable<string> ConditionsOf(WorklistOwner owner, WorklistFilter filter)
    {
        if (owner.Village is { } own)
        {
            yield return TableClient.CreateQueryFilter($"VillageCode eq {own}");
        }
        if (filter.Village is { } village)
        {
            yield return TableClient.CreateQueryFilter($"VillageCode eq {village}");
        }
        if (filter.Condition is { } condition)
        {
            yield return $"{ColumnOf(owner.Partition, condition)} eq true";
        }
        if (filter.Kinds is { } kinds)
        {
            yield return string.Join(" or ", kinds.Select(kind => $"{ColumnOf(owner.Partition, kind)} eq true"));
        }
    }

    // What was asked of a guest stays with the household when the guest's time is over, and leaves the list.
    private static bool IsSeenAt(TableEntity row, DateTimeOffset at) =>
        !row.TryGetValue(SeenUntil, out var until) || until is not DateTimeOffset end || at < end;

    private static string KeyOf(WorklistItem item) =>
        ViewKeys.LineOf(WorklistOrder.Of(item.Urgent, item.DueOn), item.VillageCode, item.Household, item.Member);

    private TableEntity Write(string physicianId, ListedHousehold household)
    {
        var key = ViewKeys.GuardOf(household.Household);
        return new TableEntity(physicianId, key)
        {
            ["Version"] = household.Version,
            ["VillageCode"] = household.VillageCode,
            ["Sealed"] = Households.Seal(household, Context(Name, physicianId, key), sealer),
        };
    }

    private TableEntity Write(string table, string partition, WorklistItem item)
    {
        var key = KeyOf(item);
        var row = new TableEntity(partition, key)
        {
            ["VillageCode"] = item.VillageCode,
            ["Sealed"] = Items.Seal(item, Context(table, partition, key), sealer),
        };
        if (item.SeenUntil is { } until)
        {
            row[SeenUntil] = until;
        }
        foreach (var code in item.Kinds.Concat(item.Conditions))
        {
            row[ColumnOf(partition, code)] = true;
        }
        return row;
    }

    /// <summary>What a line is about must not be read beside its household, nor be joined from one list to another.</summary>
    private string ColumnOf(string partition, string code) => $"Has{fingerprinter.Of("worklist-filter", $"{partition} {code}")[..16]}";

    private sealed record Shown(ListedHousehold? Household, IReadOnlyList<WorklistItem> Items);

    private static string Context(string table, string partition, string key) => $"{table}/{partition}/{key}";
}
