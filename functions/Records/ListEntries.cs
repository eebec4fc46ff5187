using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records.Photographs;

namespace Alleviation.Functions.Records;

/// <summary>An entry as it is answered.</summary>
/// <param name="By">Account id; <c>service</c> for what the service wrote by itself.</param>
/// <param name="Photographs">Null where it has none; those that were taken out are among them.</param>
public sealed record EntryView(
    DateTimeOffset At,
    string Kind,
    string Id,
    string By,
    Signature? Signature,
    IReadOnlyList<Reading> Readings,
    string? Reference,
    string? Note,
    IReadOnlyDictionary<string, JsonElement>? Facts,
    IReadOnlyList<PhotographView>? Photographs
)
{
    public static EntryView Of(Entry entry, ILookup<string, Photograph> photographs) =>
        new(
            entry.At,
            entry.Kind,
            entry.Id,
            entry.By,
            entry.Signature,
            entry.Readings,
            entry.Reference,
            entry.Note,
            entry.Facts.Count == 0 ? null : entry.Facts,
            ViewsOf(photographs[Entry.PlaceOf(entry.At, entry.Kind, entry.Id)])
        );

    private static List<PhotographView>? ViewsOf(IEnumerable<Photograph> photographs)
    {
        List<PhotographView> views = [.. photographs.Select(PhotographView.Of)];
        return views.Count == 0 ? null : views;
    }
}

/// <param name="Items">Newest first.</param>
/// <param name="Cursor">Of the next page, which goes further back; null after the last.</param>
public sealed record EntryPage(IReadOnlyList<EntryView> Items, string? Cursor);

/// <summary>The history of a record, newest first, a page at a time: one range of keys, of which no more is read than the page.</summary>
public sealed class ListEntriesHandler(HouseholdDocuments documents)
{
    private const int PageSize = 100;

    /// <param name="continuation">What the cursor of the page before holds; null for the newest.</param>
    /// <param name="photographs">Of the member, as they were read with the household.</param>
    public async Task<EntryPage> HandleAsync(
        HouseholdId household,
        MemberPhotographs photographs,
        string? continuation,
        CancellationToken cancellationToken
    )
    {
        var range = Entry.StoredAs.AllPastOf(photographs.Member);
        var byPlace = photographs.Items.ToLookup(item => item.Place, StringComparer.Ordinal);
        var (entries, next) = await documents.PageAsync(household, range, continuation, PageSize, cancellationToken);
        return new EntryPage([.. entries.Select(entry => EntryView.Of(entry, byPlace))], next is null ? null : Cursor.Of(next));
    }
}
