using System.Globalization;
using System.Text.Json;

namespace Alleviation.Functions.ReferenceData;

/// <summary>A value of a seed document that knows where it stands.</summary>
internal readonly record struct SeedNode(SeedDocument Document, string Path, JsonElement Value)
{
    /// <summary>Of a property: what it is called; an element of a list has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Null where there is none, and where it is null.</summary>
    public SeedNode? Find(string name) =>
        Value.ValueKind is JsonValueKind.Object && Value.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? new SeedNode(Document, Join(Path, name), value)
            : null;

    /// <summary>The elements of a list; none where there is no such list.</summary>
    public IEnumerable<SeedNode> Items(string name) => Find(name)?.Elements() ?? [];

    public IEnumerable<SeedNode> Elements()
    {
        var (document, path) = (Document, Path);
        return Value.ValueKind is JsonValueKind.Array
            ? Value
                .EnumerateArray()
                .Select(
                    (element, index) => new SeedNode(document, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), element)
                )
            : [];
    }

    public IEnumerable<SeedNode> Properties()
    {
        var (document, path) = (Document, Path);
        return Value.ValueKind is JsonValueKind.Object
            ? Value
                .EnumerateObject()
                .Select(property => new SeedNode(document, Join(path, property.Name), property.Value) { Name = property.Name })
            : [];
    }

    public string? Text() => Value.ValueKind is JsonValueKind.String ? Value.GetString() : null;

    public string? Text(string name) => Find(name)?.Text();

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.Text()).OfType<string>()];

    public decimal? Number(string name) =>
        Find(name) is { Value.ValueKind: JsonValueKind.Number } number && number.Value.TryGetDecimal(out var value) ? value : null;

    public bool Flag(string name) => Find(name) is { Value.ValueKind: JsonValueKind.True };

    public SeedFault Fault(string message) => Document.Fault(Path, message);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
