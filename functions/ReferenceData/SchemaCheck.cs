using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alleviation.Functions.ReferenceData;

/// <summary>
/// A document against its JSON Schema (draft 2020-12, the part of it that seeds/schemas uses), and three words of ours: <c>codeOf</c>
/// (a code of that list or folder), <c>listName</c> (the name of a code list) and <c>uniqueBy</c> (no two elements have the same).
/// </summary>
/// <remarks>
/// Why no library: the messages are for people who do not program, and they are most of this class. JsonSchema.Net says of an unknown
/// name "All values fail against the false schema" and of a pattern its expression, at a JSON pointer. The nearest name, the line, the
/// codes of other files and every sentence would have to be ours beside it, as keywords and a mapping as long as this class.
/// </remarks>
internal sealed class SchemaCheck(SeedSchemas schemas, SeedLibrary library)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$comment", "$defs", "title", "description"];

    public IEnumerable<SeedFault> Check(SeedNode node, SeedSchema schema)
    {
        var faults = new List<SeedFault>();
        var isOfType = !schema.Value.TryGetProperty("type", out var type) || IsOf(node.Value, type);
        if (!isOfType)
        {
            var right = type.ValueKind is JsonValueKind.Array ? string.Join(" or ", type.EnumerateArray()) : type.ToString();
            return [node.Fault($"This is {KindOf(node.Value)}; it has to be: {right}.")];
        }
        foreach (var rule in schema.Value.EnumerateObject().Where(rule => !Annotations.Contains(rule.Name)))
        {
            faults.AddRange(Apply(rule, node, schema));
        }
        return faults;
    }

    private IEnumerable<SeedFault> Apply(JsonProperty rule, SeedNode node, SeedSchema schema) =>
        rule.Name switch
        {
            "type" => [],
            "$ref" => Check(node, schemas.Resolve(schema, rule.Value.GetString()!)),
            "properties" => node.Properties()
                .SelectMany(property =>
                    rule.Value.TryGetProperty(property.Name, out var inner) ? Check(property, schema with { Value = inner }) : []
                ),
            "required" => rule
                .Value.EnumerateArray()
                .Where(name => node.Value.ValueKind is JsonValueKind.Object && !node.Value.TryGetProperty(name.GetString()!, out _))
                .Select(name => node.Fault($"\"{name}\" is missing.")),
            "propertyNames" => node.Properties().SelectMany(property => Check(NameNode(property), schema with { Value = rule.Value })),
            "additionalProperties" when rule.Value.ValueKind is JsonValueKind.Object => Others(node, schema)
                .SelectMany(property => Check(property, schema with { Value = rule.Value })),
            "additionalProperties" => Unknown(node, schema),
            "items" => node.Elements().SelectMany(element => Check(element, schema with { Value = rule.Value })),
            "minItems" => When(
                node.Value.ValueKind is JsonValueKind.Array && node.Value.GetArrayLength() < rule.Value.GetInt32(),
                node,
                $"The list needs at least {rule.Value} elements."
            ),
            "uniqueItems" => Repeated(node.Elements(), element => element.Value.GetRawText()),
            "uniqueBy" => Repeated(node.Elements(), element => element.Find(rule.Value.GetString()!)?.Value.ToString()),
            "enum" => OneOf(node, [.. rule.Value.EnumerateArray().Select(value => value.GetString()!)]),
            "const" => OneOf(node, [rule.Value.GetString()!]),
            "codeOf" => OneOf(node, library.CodesOf(rule.Value.GetString()!), $" of {rule.Value}"),
            "listName" => OneOf(node, [.. library.ListNames], " of seeds/codes"),
            "pattern" => Pattern(node, rule.Value.GetString()!, schema),
            "minLength" => When(node.Text()?.Length < rule.Value.GetInt32(), node, "The text is empty."),
            "maxLength" => When(node.Text()?.Length > rule.Value.GetInt32(), node, $"The text has more than {rule.Value} characters."),
            "minimum" => Number(node, number => number < rule.Value.GetDecimal(), $"at least {rule.Value}"),
            "maximum" => Number(node, number => number > rule.Value.GetDecimal(), $"at most {rule.Value}"),
            "exclusiveMinimum" => Number(node, number => number <= rule.Value.GetDecimal(), $"above {rule.Value}"),
            _ => throw new SchemaMistakeException(schema.File, $"The schema has the word \"{rule.Name}\", which the check does not know."),
        };

    private static IEnumerable<SeedFault> Unknown(SeedNode node, SeedSchema schema)
    {
        var known = KnownOf(schema);
        return Others(node, schema)
            .Select(property => property.Fault($"\"{property.Name}\" is not known here. {Suggestion.Of(property.Name, known)}"));
    }

    private static IEnumerable<SeedFault> OneOf(SeedNode node, IReadOnlyList<string> known, string of = "")
    {
        if (node.Text() is { } text && !known.Contains(text))
        {
            yield return node.Fault($"\"{text}\" is none{of}. {Suggestion.Of(text, known)}");
        }
    }

    private static IEnumerable<SeedFault> Repeated(IEnumerable<SeedNode> elements, Func<SeedNode, string?> keyOf) =>
        elements
            .Where(element => keyOf(element) is not null)
            .GroupBy(keyOf, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1))
            .Select(element => element.Fault($"{keyOf(element)} is there twice; each may be there once."));

    private static IEnumerable<SeedFault> Pattern(SeedNode node, string pattern, SeedSchema schema)
    {
        if (node.Text() is { } text && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant))
        {
            var right = schema.Value.TryGetProperty("description", out var description) ? description.GetString() : pattern;
            yield return node.Fault(string.IsNullOrWhiteSpace(text) ? "The text is empty." : $"The text is not as it has to be: {right}");
        }
    }

    private static IEnumerable<SeedFault> Number(SeedNode node, Func<decimal, bool> isWrong, string right) =>
        When(
            node.Value.ValueKind is JsonValueKind.Number && (!node.Value.TryGetDecimal(out var number) || isWrong(number)),
            node,
            $"{node.Value} is out of range: it has to be {right}."
        );

    private static IEnumerable<SeedFault> When(bool isWrong, SeedNode node, string message) => isWrong ? [node.Fault(message)] : [];

    private static IEnumerable<SeedNode> Others(SeedNode node, SeedSchema schema)
    {
        var known = KnownOf(schema);
        return node.Properties().Where(property => !known.Contains(property.Name));
    }

    private static List<string> KnownOf(SeedSchema schema) =>
        schema.Value.TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject().Select(property => property.Name)]
            : [];

    private static SeedNode NameNode(SeedNode property) => property with { Value = JsonSerializer.SerializeToElement(property.Name) };

    private static bool IsOf(JsonElement value, JsonElement type) =>
        type.ValueKind is JsonValueKind.Array
            ? type.EnumerateArray().Any(allowed => IsOf(value, allowed))
            : type.GetString() switch
            {
                "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _),
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                var name => string.Equals(name, value.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
            };

    private static string KindOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.Null => "null",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetRawText()}"),
        };
}
