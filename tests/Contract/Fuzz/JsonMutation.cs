using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>A body that is nearly right: properties missing, twice, null or of another type, numbers and texts beyond all bounds.</summary>
internal sealed partial class JsonMutation(Random random)
{
    // Marks what no JSON library writes: a value without its quotes, a name for the second time.
    private const string Raw = "§raw§";
    private const string Again = "§again§";
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4_000,
    };

    private static readonly string[] Numbers =
    [
        "-1",
        "0",
        "-0",
        "1.5",
        "30",
        "31",
        "1e2",
        "1e400",
        "-1e400",
        "1e-400",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "79228162514264337593543950336",
        "0.1e-28",
        "3.0000000000000000000000000000000001",
        "NaN",
        "Infinity",
        "0x10",
        "01",
        "+1",
        ".5",
        "1.",
    ];

    public string Apply(JsonNode body, int times)
    {
        var root = new JsonArray(body.DeepClone());
        for (var time = 0; time < times; time++)
        {
            Mutate(root);
        }
        var text = root.Count is 0 ? "" : root[0]?.ToJsonString(Options) ?? "null";
        return Marked()
            .Replace(text, "$1")
            .Replace(Again, "", StringComparison.Ordinal)
            .Replace(NastyText.LoneSurrogate, "\\ud800", StringComparison.Ordinal);
    }

    private void Mutate(JsonArray root)
    {
        var slots = Slots(root).ToList();
        if (slots.Count is 0)
        {
            return;
        }
        var (parent, name, index) = slots[random.Next(slots.Count)];
        if (parent is JsonObject properties && random.Next(6) is 0)
        {
            // Once more under the same name, or something that nobody knows.
            properties[random.Next(2) is 0 ? $"{Again}{name}" : NastyText.Any(random)] = Value(properties[name!]);
            return;
        }

        var value = parent is JsonObject of ? of[name!] : ((JsonArray)parent)[index];
        if (random.Next(6) is 0)
        {
            if (parent is JsonObject some)
            {
                some.Remove(name!);
            }
            else
            {
                ((JsonArray)parent).RemoveAt(index);
            }
        }
        else if (parent is JsonObject some)
        {
            some[name!] = Value(value);
        }
        else
        {
            ((JsonArray)parent)[index] = Value(value);
        }
    }

    private JsonNode? Value(JsonNode? now) =>
        now is JsonValue && random.Next(2) is 0
            ? JsonValue.Create(NastyText.Any(random))
            : random.Next(14) switch
            {
                0 => null,
                1 or 2 => JsonValue.Create($"{Raw}{Numbers[random.Next(Numbers.Length)]}"),
                3 => JsonValue.Create(random.Next(2) is 0),
                4 => new JsonObject(),
                5 => new JsonArray(),
                6 => Many(now),
                7 => Deep(),
                8 => new JsonArray(now?.DeepClone()),
                9 => JsonValue.Create(NastyText.LoneSurrogate),
                10 => new JsonArray(null, JsonValue.Create(1)),
                _ => JsonValue.Create(NastyText.Any(random)),
            };

    private JsonArray Many(JsonNode? now)
    {
        var item = now is JsonArray { Count: > 0 } items ? items[0] : now;
        var count = item is JsonObject or JsonArray ? random.Next(2, 1_000) : 10_000;
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => item?.DeepClone())]);
    }

    private JsonNode Deep()
    {
        JsonNode deep = JsonValue.Create(1);
        for (var depth = random.Next(2, 1_000); depth > 0; depth--)
        {
            deep = random.Next(2) is 0 ? new JsonArray(deep) : new JsonObject { ["a"] = deep };
        }
        return deep;
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Slots(JsonNode node) =>
        node switch
        {
            JsonObject all => all.ToList().SelectMany(property => Below(property.Value).Prepend((node, property.Key, 0))),
            // One of many is as good as another.
            JsonArray all => all.Take(5).SelectMany((item, index) => Below(item).Prepend((node, null, index))),
            _ => [],
        };

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Below(JsonNode? node) => node is null ? [] : Slots(node);

    [GeneratedRegex("\"§raw§([^\"]*)\"")]
    private static partial Regex Marked();
}
