using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

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
    IReadOnlyDictionary<string, JsonElement>? Facts
)
{
    public static EntryView Of(Entry entry) =>
        new(
            entry.At,
            entry.Kind,
            entry.Id,
            entry.By,
            entry.Readings,
            entry.Reference,
            entry.Note,
            entry.Facts.Count == 0 ? null : entry.Facts
        );
}

/// <param name="Cursor">Of the next page; null after the last.</param>
public sealed record EntryPage(IReadOnlyList<EntryView> Items, string? Cursor);

/// <summary>The history of a record, oldest first, a page at a time.</summary>
public sealed class ListEntriesHandler(HouseholdDocuments documents)
{
    public async Task<(IReadOnlyList<EntryView> Items, string? Continuation)> HandleAsync(
        HouseholdId household,
        int member,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    )
    {
        var (entries, next) = await documents.PageAsync(household, Entry.StoredAs.AllPastOf(member), continuation, size, cancellationToken);
        return ([.. entries.Select(EntryView.Of)], next);
    }
}
