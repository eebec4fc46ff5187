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
