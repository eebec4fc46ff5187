using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Households;

/// <summary>
/// A kind of document that a household's partition holds, such as its members' care plans. Those of now are read with the household; those
/// of the past are looked up.
/// </summary>
/// <param name="name">Stored in every key: letters only.</param>
/// <param name="upgrades">See <see cref="DocumentSchema{T}"/>.</param>
public sealed class DocumentKind<T>(string name, params IReadOnlyList<Action<JsonObject>> upgrades)
{
    public string Name => name;

    public DocumentSchema<T> Schema { get; } = new(upgrades);

    /// <summary>The one document of a member that is of now.</summary>
    /// <param name="member">0 for the household as a whole.</param>
    public DocumentKey<T> Of(int member) => new(this, DocumentKeys.OfNow(name, member));

    /// <summary>One of several of a member that are of now.</summary>
    public DocumentKey<T> Of(int member, string id) => new(this, $"{DocumentKeys.OfNow(name, member)}:{id}");

    public DocumentKey<T> PastOf(int member, string id) => new(this, $"{DocumentKeys.OfPast(name, member)}:{id}");

    /// <summary>Those of a member that are of now and have ids.</summary>
    public DocumentRange<T> AllOf(int member) => Below($"{DocumentKeys.OfNow(name, member)}:");

    /// <summary>Those of a member's past, in the order of their ids.</summary>
    /// <param name="beginning">What the ids begin with; ends with a colon where it is not empty.</param>
    public DocumentRange<T> AllPastOf(int member, string beginning = "") => Below($"{DocumentKeys.OfPast(name, member)}:{beginning}");

    /// <summary>Those of every member's past, in the order of members.</summary>
    public DocumentRange<T> AllPast => Below($"{DocumentKeys.Past}{name}:");

    // The prefix ends with a colon, after which a semicolon follows.
    private DocumentRange<T> Below(string prefix) => new(this, prefix, $"{prefix[..^1]};");
}

/// <summary>The place of one document in a household's partition.</summary>
public readonly record struct DocumentKey<T>(DocumentKind<T> Kind, string Value)
{
    public DocumentChange Put(T document) => new PutDocument<T>(this, document);

    public DocumentChange Remove() => new RemoveDocument(Value);
}

/// <summary>Documents that stand one after another in a household's partition.</summary>
/// <param name="From">The first key that belongs to it.</param>
/// <param name="Before">The first key after.</param>
public readonly record struct DocumentRange<T>(DocumentKind<T> Kind, string From, string Before)
{
    public bool Contains(string key) => string.CompareOrdinal(key, From) >= 0 && string.CompareOrdinal(key, Before) < 0;
}

/// <summary>
/// The keys of the rows in a household's partition: <c>0:</c> and <c>1:</c> say what is read with it. <c>0:plan:01:v0003</c> is of the past
/// and looked up alone; <c>1:household</c>, the header, and <c>1:plan:01</c> are of now. The number is the member's, 00 the household as a
/// whole. A person who goes to another household takes all of his or her rows along, whatever their kind.
/// </summary>
internal static partial class DocumentKeys
{
    /// <summary>The prefix of the keys of now; all keys of the past sort before it.</summary>
    public const string Now = "1:";
    public const string Past = "0:";

    public static string OfNow(string kind, int member) => string.Create(CultureInfo.InvariantCulture, $"{Now}{kind}:{member:D2}");

    public static string OfPast(string kind, int member) => string.Create(CultureInfo.InvariantCulture, $"{Past}{kind}:{member:D2}");

    public static bool IsOfPast(string key) => key.StartsWith(Past, StringComparison.Ordinal);

    /// <returns>Null for a row of the household as a whole.</returns>
    public static int? MemberOf(string key) =>
        Form().Match(key) is { Success: true } match
        && int.Parse(match.Groups["member"].Value, CultureInfo.InvariantCulture) is > 0 and var member
            ? member
            : null;

    /// <summary>The key with another member.</summary>
    public static string ForMember(string key, int member)
    {
        var place = Form().Match(key).Groups["member"];
        return string.Concat(
            key.AsSpan(0, place.Index),
            member.ToString("D2", CultureInfo.InvariantCulture),
            key.AsSpan(place.Index + place.Length)
        );
    }

    /// <summary>Such as <c>plan</c>, for its past too.</summary>
    public static string KindOf(string key) => Form().Match(key).Groups["kind"].Value;

    [GeneratedRegex("^[01]:(?<kind>[a-zA-Z]+):(?<member>[0-9]{2})(:|$)")]
    private static partial Regex Form();
}

/// <summary>Where a person stands: a member of a household.</summary>
public readonly record struct PersonPlace(HouseholdId Household, int Member);

/// <summary>What becomes of one document with the next version of its household.</summary>
public abstract record DocumentChange(string Key);

/// <summary>The document is added, or replaces the one with the same key.</summary>
public abstract record PutDocument(string Key) : DocumentChange(Key)
{
    /// <summary>As it is stored, before it is sealed.</summary>
    internal abstract byte[] Write();

    internal abstract object Content { get; }

    /// <summary>Whether the account wrote it and has not signed it yet.</summary>
    internal bool WaitsForSignatureOf(string accountId) => Content is ISigned { Signature: null } unsigned && unsigned.By == accountId;

    internal abstract PutDocument SignedWith(Signature signature);
}

public sealed record PutDocument<T>(DocumentKey<T> Place, T Document) : PutDocument(Place.Value)
{
    internal override object Content => Document!;

    internal override byte[] Write() => Place.Kind.Schema.WriteUtf8(Document);

    internal override PutDocument SignedWith(Signature signature) =>
        Document is ISigned unsigned ? this with { Document = (T)unsigned.SignedWith(signature) } : this;

    public override string ToString() => $"{nameof(PutDocument)} {Key}";
}

/// <summary>A document whose kind does not matter, as it was read.</summary>
internal sealed record PutAsRead(string Key, int Version, JsonObject Document) : PutDocument(Key)
{
    internal override object Content => Document;

    internal override byte[] Write() => VersionedJson.Join(Version, StoredJson.WriteUtf8(Document));

    internal override PutDocument SignedWith(Signature signature) => this;

    public override string ToString() => $"{nameof(PutAsRead)} {Key}";
}

/// <summary>The document is deleted. It must exist.</summary>
public sealed record RemoveDocument(string Key) : DocumentChange(Key);
