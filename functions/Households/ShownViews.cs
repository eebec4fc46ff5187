using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households;

/// <summary>
/// What the views show of a household: RowKey <c>projected</c> in its partition. It is not a change of the household, so it touches
/// neither the header nor what guards it. The entity tags let the next projection replace what is shown without reading it first;
/// where they are stale it reads.
/// </summary>
/// <param name="Version">All views show at least this version of the household.</param>
/// <param name="Lists">By physician: the worklists that it stands on.</param>
public sealed record ShownViews(int Version, IReadOnlyDictionary<string, ShownList> Lists, ShownVillage Village)
{
    public const string Key = "projected";

    public bool Shows(ShownViews other) => Version == other.Version && TextOf(this) == TextOf(other);

    public static TableEntity Write(HouseholdId household, ShownViews views) => new(household.Value, Key)
    {
        ["Version"] = views.Version,
        ["Views"] = TextOf(views),
    };

    public static ShownViews Read(TableEntity row)
    {
        var document = StoredJson.Read<Document>(row.Required<string>("Views"));
        return new ShownViews(row.Required<int>("Version"), document.Lists, document.Village);
    }

    private static string TextOf(ShownViews views) => StoredJson.Write(new Document(views.Lists, views.Village));

    private sealed record Document(IReadOnlyDictionary<string, ShownList> Lists, ShownVillage Village);
}

/// <param name="Tag">Entity tag of the household's own line, which guards the others.</param>
/// <param name="Members">The numbers of the lines that stand there; 0 is the household's own.</param>
public sealed record ShownList(string Tag, IReadOnlyList<int> Members)
{
    /// <summary>Null where the answer told none: an empty tag would guard nothing.</summary>
    public ETag? ETag => Tag.Length == 0 ? null : new ETag(Tag);
}

/// <param name="Tag">Entity tag of the village's row.</param>
public sealed record ShownVillage(string Code, string Tag)
{
    /// <summary>Null where the answer told none: an empty tag would guard nothing.</summary>
    public ETag? ETag => Tag.Length == 0 ? null : new ETag(Tag);
}
