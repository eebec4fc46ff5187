using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records.Photographs;

/// <summary>A photograph of an entry: all but the picture itself, which has a row of its own.</summary>
/// <param name="Id">Made by the sender.</param>
/// <param name="Place">Of the entry: <see cref="Entry.PlaceOf"/>.</param>
/// <param name="By">Account id.</param>
/// <param name="Size">Of the picture as it is kept, in bytes.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Photograph(string Id, string Place, DateTimeOffset At, string By, int Size, string? Caption, string Fingerprint)
{
    public Signature? Signature { get; init; }

    /// <summary>Null as long as the picture can be seen.</summary>
    public PhotographRemoval? Removal { get; init; }

    internal bool IsPresent => Removal is null;

    /// <summary>Without the caption, which may tell of the person who was seen on it by mistake.</summary>
    internal Photograph Removed(PhotographRemoval removal) => this with { Caption = null, Removal = removal };
}

/// <summary>Who took a photograph out of the record, and why.</summary>
/// <param name="By">Account id.</param>
public sealed record PhotographRemoval(DateTimeOffset At, string By, string Reason)
{
    public Signature? Signature { get; init; }
}

/// <summary>
/// The photographs of a member's entries, in the order in which they came: of now, so that the limits and the timeline need no other read.
/// </summary>
public sealed record MemberPhotographs(int Member, IReadOnlyList<Photograph> Items) : ISigned
{
    public static DocumentKind<MemberPhotographs> StoredAs { get; } = new("photographs");

    public static MemberPhotographs Of(HouseholdPartition partition, int member) =>
        partition.Find(StoredAs.Of(member)) ?? new MemberPhotographs(member, []);

    public const int MaxOfEntry = 6;

    public const int MaxOfMember = 100;

    /// <summary>With those that were removed, whose marks stay: what is read with the household at most.</summary>
    public const int MaxNoted = 300;

    /// <summary>Of whose step the document waits for a signature; nobody where it was signed.</summary>
    public string By => Unsigned?.Account ?? "";

    /// <summary>Null where the last step was not signed yet.</summary>
    public Signature? Signature => Unsigned is null && Items is [.., var last] ? last.Signature : null;

    public ISigned SignedWith(Signature signature) => this with { Items = [.. Items.Select(item => SignedBy(item, By, signature))] };

    public Photograph? Find(string id) => Items.FirstOrDefault(item => item.Id == id);

    internal MemberPhotographs With(Photograph photograph) =>
        this with
        {
            Items = Find(photograph.Id) is null
                ? [.. Items, photograph]
                : [.. Items.Select(item => item.Id == photograph.Id ? photograph : item)],
        };

    internal bool IsFull => Items.Count >= MaxNoted || Items.Count(item => item.IsPresent) >= MaxOfMember;

    internal bool IsEntryFull(string place) => Items.Count(item => item.Place == place && item.IsPresent) >= MaxOfEntry;

    private (string Account, string Id)? Unsigned =>
        Items
            .Select(item =>
                item is { Removal: { Signature: null } removal } ? (removal.By, item.Id)
                : item is { Removal: null, Signature: null } ? (item.By, item.Id)
                : ((string, string)?)null
            )
            .LastOrDefault(step => step is not null);

    private static Photograph SignedBy(Photograph item, string account, Signature signature) =>
        item switch
        {
            { Removal: { Signature: null } removal } when removal.By == account => item with
            {
                Removal = removal with { Signature = signature },
            },
            { Removal: null, Signature: null } when item.By == account => item with { Signature = signature },
            _ => item,
        };
}

/// <param name="By">Account id.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Removal">Where the picture is gone: only that it was there.</param>
public sealed record PhotographView(
    string Id,
    DateTimeOffset At,
    string By,
    Signature? Signature,
    int Size,
    string? Caption,
    PhotographRemoval? Removal
)
{
    public static PhotographView Of(Photograph photograph) =>
        new(photograph.Id, photograph.At, photograph.By, photograph.Signature, photograph.Size, photograph.Caption, photograph.Removal);
}
