using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Households;

/// <summary>
/// All that a household's partition holds but its past: the header, and the documents of now, each opened when it is asked for.
/// </summary>
/// <param name="Documents">In the order of their keys. Each slice reads its own.</param>
public sealed record HouseholdPartition(StoredHousehold Stored, IReadOnlyList<StoredDocument> Documents)
{
    public Household Household => Stored.Household;

    /// <summary>What the views show of it, as it was read with it; null where it was never shown.</summary>
    internal StoredProjectionState? Shown { get; init; }

    /// <summary>Whether the views show this version.</summary>
    public bool IsShown => Shown?.Views.Version >= Household.Version;

    public T? Find<T>(DocumentKey<T> key)
        where T : class => Documents.FirstOrDefault(document => document.Key == key.Value)?.Read(key.Kind);

    /// <summary>The first and only one of a range, where it has any.</summary>
    public T? First<T>(DocumentRange<T> range)
        where T : class => Documents.FirstOrDefault(document => range.Contains(document.Key))?.Read(range.Kind);

    public IEnumerable<T> List<T>(DocumentRange<T> range) =>
        Documents.Where(document => range.Contains(document.Key)).Select(document => document.Read(range.Kind));

    public int Count<T>(DocumentRange<T> range) => Documents.Count(document => range.Contains(document.Key));

    /// <summary>The one document of each member who has one.</summary>
    public IEnumerable<T> OfEachMember<T>(DocumentKind<T> kind)
    {
        var first = kind.Of(0).Value;
        return Documents
            .Where(document => document.Key.Length == first.Length && document.Key.AsSpan()[..^2].SequenceEqual(first.AsSpan()[..^2]))
            .Select(document => document.Read(kind));
    }

    /// <summary>As it will stand after a change.</summary>
    public HouseholdPartition With(IReadOnlyList<DocumentChange> changes)
    {
        var changed = changes.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Documents =
            [
                .. Documents.Where(document => !changed.Contains(document.Key)),
                .. changes.OfType<PutDocument>().Select(StoredDocument.Of),
            ],
        };
    }
}

/// <summary>A document of a household's partition that is opened when it is asked for.</summary>
/// <param name="open">What was stored, unsealed.</param>
/// <param name="read">The document, where it is known already.</param>
public sealed class StoredDocument(string key, Func<byte[]> open, object? read = null)
{
    private object? _read = read;

    public string Key => key;

    public static StoredDocument Of(PutDocument put) => new(put.Key, put.Write, put.Content);

    /// <exception cref="System.Text.Json.JsonException">It is none of the kind.</exception>
    public T Read<T>(DocumentKind<T> kind)
    {
        // Documents are immutable records, so every caller may share the one that was read first.
        if (_read is T known)
        {
            return known;
        }
        var document = kind.Schema.ReadUtf8(open());
        _read = document;
        return document;
    }

    /// <summary>The document as JSON, whatever its kind, to be stored in another household.</summary>
    internal PutAsRead ReadJson()
    {
        var (version, json) = VersionedJson.Split(open());
        return new PutAsRead(
            key,
            version,
            JsonNode.Parse(json.Span) as JsonObject ?? throw new System.Text.Json.JsonException("A stored document is no object.")
        );
    }
}

/// <summary>A header as it was read, with what guards the next commit.</summary>
/// <param name="CommitId">Of the commit that wrote it: tells one's own commit, whose answer was lost, from somebody else's.</param>
/// <param name="Tag">Entity tag of its row.</param>
public sealed record StoredHousehold(Household Household, string CommitId, string Tag);

/// <summary>
/// What the views show of a household: RowKey <c>1:projected</c> in its partition. Where a change leaves it on the lists where it
/// stands, the commit says beforehand what they will show; where it enters or leaves one, that is said when it was done. So the next
/// change replaces what is shown without reading it; where it is not shown yet, or never was, the message of the change sees to it
/// (docs/adr/0027-a-change-says-what-will-be-shown.md).
/// </summary>
/// <param name="Version">All views show at least this version of the household, or will in a moment.</param>
/// <param name="Lists">By physician: the worklists that it stands on.</param>
/// <param name="Village">Its rows among those of its township.</param>
public sealed record ProjectionState(int Version, IReadOnlyDictionary<string, ProjectedList> Lists, ProjectedList Village)
{
    internal bool IsSameAs(ProjectionState other) => Version == other.Version && Text == other.Text;

    /// <summary>All but the version, as it is stored.</summary>
    internal string Text => Schema.Write(new Document(Lists, Village));

    internal static ProjectionState Read(int version, string text)
    {
        var document = Schema.Read(text);
        return new ProjectionState(version, document.Lists, document.Village);
    }

    private static readonly DocumentSchema<Document> Schema = new(WithVersions);

    // What was shown before there were tokens had the entity tag of its row: which version it is of has to be read.
    private static void WithVersions(JsonObject document)
    {
        foreach (var list in document["lists"]!.AsObject().Select(list => list.Value!).Append(document["village"]!))
        {
            list.AsObject().Remove("tag");
            list["version"] = 0;
        }
    }

    private sealed record Document(IReadOnlyDictionary<string, ProjectedList> Lists, ProjectedList Village);
}

/// <param name="VillageCode">The household's, which is part of its lines' keys.</param>
/// <param name="Version">The household's when these rows were written; 0 where it has to be read.</param>
/// <param name="Content">Fingerprint of all that stands there but the version.</param>
/// <param name="Lines">Where the lines stand: order and member (<see cref="Storage.ViewKeys"/>).</param>
public sealed record ProjectedList(string VillageCode, int Version, string? Content, IReadOnlyList<string> Lines);

/// <summary>What is shown, as it was read, with what guards the next.</summary>
/// <param name="Tag">Entity tag of the row.</param>
public sealed record StoredProjectionState(ProjectionState Views, string Tag);
