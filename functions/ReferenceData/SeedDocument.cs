using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Alleviation.Functions.ReferenceData;

/// <summary>A JSON file of the seeds.</summary>
/// <param name="Name">Relative to the seeds, parted by slashes.</param>
internal sealed record SeedDocument(string Name, ReadOnlyMemory<byte> Bytes, JsonElement Value)
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    public SeedNode Root => new(this, "", Value);

    /// <exception cref="JsonException">It is no JSON document.</exception>
    public static SeedDocument Read(SeedFolder seeds, string name)
    {
        var bytes = seeds.BytesOf(name);
        if (!Utf8.IsValid(bytes.Span))
        {
            throw new JsonException("It is saved in another encoding than UTF-8.");
        }

        CheckTexts(bytes.Span);
        using var document = JsonDocument.Parse(bytes, Options);
        return new SeedDocument(name, bytes, document.RootElement.Clone());
    }

    // The parser takes \ud800 alone, which is half a character, and fails only where the text is read.
    private static void CheckTexts(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException broken)
            {
                var line = bytes[..(int)reader.TokenStartIndex].Count((byte)'\n');
                throw new JsonException("A text has half a character in it.", null, line, null, broken);
            }
        }
    }

    public SeedFault Fault(string path, string message) => new(Name, path, LineOf(path), message);

    // Read again only for a fault: a document that is read for its values does not keep their places.
    private int? LineOf(string path)
    {
        var reader = new Utf8JsonReader(Bytes.Span);
        var open = new Stack<(string Path, int Index)>();
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }
            var here = "";
            if (open.TryPop(out var parent))
            {
                var isList = parent.Index >= 0;
                here =
                    isList ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{parent.Index}]")
                    : parent.Path.Length == 0 ? name
                    : $"{parent.Path}.{name}";
                open.Push(isList ? parent with { Index = parent.Index + 1 } : parent);
            }

            if (here == path)
            {
                return 1 + Bytes.Span[..(int)reader.TokenStartIndex].Count((byte)'\n');
            }
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                open.Push((here, -1));
            }
            if (reader.TokenType is JsonTokenType.StartArray)
            {
                open.Push((here, 0));
            }
        }

        return null;
    }
}
