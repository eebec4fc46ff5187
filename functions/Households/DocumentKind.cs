using System.Text.Json.Nodes;
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
