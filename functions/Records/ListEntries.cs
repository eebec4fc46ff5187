using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Records;

/// <summary>An entry as it is answered.</summary>
public sealed record EntryView(
    DateTimeOffset At,
    string Kind,
    string Id,
    string By,
    IReadOnlyList<Reading> Readings,
    string? Reference,
    string? Note,
    IReadOnlyDictionary<string, JsonElement>? Facts)
{
    public static EntryView Of(Entry entry) =>
        new(entry.At, entry.Kind, entry.Id, entry.By, entry.Readings, entry.Reference, entry.Note, entry.Facts.Count == 0 ? null : entry.Facts);
}

/// <param name="Cursor">Of the next page; null after the last.</param>
public sealed record EntryPage(IReadOnlyList<EntryView> Items, string? Cursor);

/// <summary>The history of a record, oldest first, a page at a time.</summary>
public sealed class ListEntriesHandler(TableServiceClient service, FieldSealer sealer)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<(IReadOnlyList<EntryView> Items, string? Continuation)> HandleAsync(
        HouseholdId household, int member, string? continuation, int size, CancellationToken cancellationToken)
    {
        var prefix = HouseholdRow.MemberKey(EntryRow.Kind, member);
        // A semicolon follows the colon.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {prefix + ":"} and RowKey lt {prefix + ";"}");
        var (rows, next) = await _table.QueryAsync<TableEntity>(filter, size, cancellationToken: cancellationToken).PageAsync(continuation, size);
        return ([.. rows.Select(row => EntryView.Of(EntryRow.Read(row, sealer)))], next);
    }
}
