using System.Text;
using System.Text.Json;
using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Households;

/// <summary>From what people write to the code that is meant: the code itself, or its label in either language.</summary>
public sealed class Labels
{
    private readonly Dictionary<string, Dictionary<string, string>> _codes = new(StringComparer.Ordinal);

    /// <param name="folder">One JSON file per code list (seeds/codes).</param>
    public Labels(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(file));
            _codes[Path.GetFileNameWithoutExtension(file)] = CodesOf(list.RootElement.GetProperty("items"));
        }
    }

    /// <summary>Null where the list knows neither such a code nor such a label.</summary>
    public string? CodeOf(string list, string text) => _codes[list].GetValueOrDefault(Simplify(text));

    private static Dictionary<string, string> CodesOf(JsonElement items)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        // Codes first, whole labels next: a shortened label never takes the place of another one's full name.
        foreach (var item in items.EnumerateArray()) { codes[Simplify(Text(item, "code"))] = Text(item, "code"); }
        foreach (var item in items.EnumerateArray())
        {
            codes.TryAdd(Simplify(Text(item, "zh-CN")), Text(item, "code"));
            codes.TryAdd(Simplify(Text(item, "en")), Text(item, "code"));
        }

        foreach (var item in items.EnumerateArray())
        {
            foreach (var part in Simplify(Text(item, "zh-CN")).Split('(', ')', '/').Where(part => part.Length > 1)) { codes.TryAdd(part, Text(item, "code")); }
        }

        return codes;
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    private static string Simplify(string text)
    {
        var simple = new StringBuilder(text.Length);
        foreach (var character in CellText.Tidy(text, freeText: false).Where(character => !char.IsWhiteSpace(character))) { simple.Append(char.ToLowerInvariant(character)); }
        return simple.ToString();
    }
}
