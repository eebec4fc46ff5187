using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Households;

/// <summary>What becomes of one document with the next version of its household.</summary>
public abstract record DocumentChange(string Key);

/// <summary>It stands there from now on, whatever stood there before.</summary>
public abstract record PutDocument(string Key) : DocumentChange(Key)
{
    /// <summary>As it is stored, before it is sealed.</summary>
    internal abstract byte[] Write();

    internal abstract object Content { get; }
}

public sealed record PutDocument<T>(DocumentKey<T> Place, T Document) : PutDocument(Place.Value)
{
    internal override object Content => Document!;

    internal override byte[] Write() => Place.Kind.Schema.WriteUtf8(Document);

    public override string ToString() => $"{nameof(PutDocument)} {Key}";
}

/// <summary>A document whose kind does not matter, as it was read.</summary>
internal sealed record PutAsRead(string Key, int Version, JsonObject Document) : PutDocument(Key)
{
    internal override object Content => Document;

    internal override byte[] Write() => VersionedJson.Join(Version, StoredJson.WriteUtf8(Document));

    public override string ToString() => $"{nameof(PutAsRead)} {Key}";
}

/// <summary>It goes. It has to be there.</summary>
public sealed record RemoveDocument(string Key) : DocumentChange(Key);
