using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Alleviation.Tests.Contract;

/// <summary>YAML by its core schema, as JSON: a plain <c>3</c> is a number, a quoted one a text. Anchors are followed.</summary>
internal static class YamlAsJson
{
    public static JsonNode Read(TextReader text)
    {
        var yaml = new YamlStream();
        yaml.Load(text);
        return Node(yaml.Documents.Single().RootNode) ?? throw new FormatException("The document is empty.");
    }

    private static JsonNode? Node(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new JsonObject(
                mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Node(pair.Value)))
            ),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var plain } => Plain(plain ?? ""),
            YamlScalarNode { Value: var quoted } => JsonValue.Create(quoted),
            _ => throw new FormatException($"{node.NodeType} has no place in this document."),
        };

    private static JsonValue? Plain(string text) =>
        text switch
        {
            "" or "null" or "~" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(
                whole
            ),
            _ when char.IsAsciiDigit(text[^1])
                    && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
}
