using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Households;

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
        // Records: whoever else asks may have the same.
        if (_read is T known)
        {
            return known;
        }
        var document = kind.Schema.ReadUtf8(open());
        _read = document;
        return document;
    }

    /// <summary>Whatever it is, to be put elsewhere.</summary>
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
