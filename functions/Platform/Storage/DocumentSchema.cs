using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// How one type of document is stored: <c>v2 {"name":…}</c>, the version of its schema before the document. What an earlier version wrote
/// is brought up to date when it is read. A golden file in <c>tests/Golden</c> holds the present version.
/// </summary>
/// <param name="upgrades">The first makes version 2 of version 1, and so on. Each is kept for as long as what it reads is stored.</param>
public sealed class DocumentSchema<T>(params IReadOnlyList<Action<JsonObject>> upgrades)
{
    private readonly string _head = string.Create(CultureInfo.InvariantCulture, $"v{upgrades.Count + 1} ");

    public int Version => upgrades.Count + 1;

    public string Write(T document) => _head + StoredJson.Write(document);

    /// <exception cref="JsonException">The column holds something else: a fault, never a person's mistake.</exception>
    public T Read(string stored) => ReadUtf8(Encoding.UTF8.GetBytes(stored));

    /// <exception cref="JsonException">It is no document of this type, or one of a version that is not known yet.</exception>
    public T ReadUtf8(ReadOnlyMemory<byte> stored)
    {
        var (version, json) = VersionedJson.Split(stored);
        return ReadAs(version, json.Span);
    }

    /// <summary>Written and sealed to its place.</summary>
    public byte[] Seal(T document, string context, FieldSealer sealer) => sealer.Seal(WriteUtf8(document), context);

    public byte[] WriteUtf8(T document) => VersionedJson.Join(Version, StoredJson.WriteUtf8(document));

    /// <exception cref="SealBrokenException">It is not what was sealed there.</exception>
    /// <exception cref="JsonException">It is no document of this type, or one of a version that is not known yet.</exception>
    public T Open(byte[] sealedBytes, string context, FieldSealer sealer) => ReadUtf8(sealer.OpenBytes(sealedBytes, context));

    private T ReadAs(int version, ReadOnlySpan<byte> json)
    {
        if (version == Version)
        {
            return StoredJson.Read<T>(json);
        }
        if (version > Version)
        {
            throw new JsonException($"A stored {typeof(T).Name} is of version {version}; this program knows {Version}.");
        }
        var document = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("A stored document is no object.");
        foreach (var upgrade in upgrades.Skip(version - 1))
        {
            upgrade(document);
        }
        return StoredJson.Read<T>(document);
    }
}
