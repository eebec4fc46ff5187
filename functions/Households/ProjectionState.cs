using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Households;

/// <summary>
/// What the views show of a household: RowKey <c>1:projected</c> in its partition. It is not a change of the household, so it touches
/// neither the header nor what guards it. The entity tags let the next projection replace what is shown without reading it first;
/// where they are stale it reads.
/// </summary>
/// <param name="Version">All views show at least this version of the household.</param>
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

    private static readonly DocumentSchema<Document> Schema = new();

    private sealed record Document(IReadOnlyDictionary<string, ProjectedList> Lists, ProjectedList Village);
}

/// <param name="VillageCode">The household's, which is part of its lines' keys.</param>
/// <param name="Tag">Entity tag of the household's own row, which guards its lines.</param>
/// <param name="Lines">Where the lines stand: order and member (<see cref="Storage.ViewKeys"/>).</param>
/// <param name="Content">Fingerprint of all that stands there but the version; null where nobody can rely on it.</param>
public sealed record ProjectedList(string VillageCode, string Tag, IReadOnlyList<string> Lines, string? Content = null);

/// <summary>What is shown, as it was read, with what guards the next.</summary>
/// <param name="Tag">Entity tag of the row.</param>
public sealed record StoredProjectionState(ProjectionState Views, string Tag);
