using System.Text;
using System.Text.Json;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Households;

/// <summary>
/// From what people write to the code that is meant: the code itself, its label in either language, or another word for it
/// (seeds/imports/words.json). Each word stands for one code of its list; what may mean several stands for none, and is told with the choices.
/// </summary>
public sealed class Labels
{
    private readonly Dictionary<string, Dictionary<string, string>> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<string>>> _ambiguous = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _nothing;
    private readonly CodeLists _lists;

    /// <exception cref="FormatException">A word stands for two codes, or for a code that there is not.</exception>
    public Labels(SeedFolder seeds, CodeLists lists)
    {
        _lists = lists;
        var words = JsonSerializer.Deserialize<Words>(File.ReadAllBytes(seeds.PathOf("imports", "words.json")), JsonSerializerOptions.Web)!;
        foreach (var list in lists.Names)
        {
            (_codes[list], _ambiguous[list]) = (CodesOf(list), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
            foreach (var (code, others) in words.Meaning.GetValueOrDefault(list) ?? []) { Add(list, code, others); }
            AddParts(list);
            foreach (var (word, codes) in words.Ambiguous.GetValueOrDefault(list) ?? [])
            {
                _codes[list].Remove(Simplify(word));
                _ambiguous[list][Simplify(word)] = [.. codes.Select(code => Known(list, code))];
            }
        }

        _nothing = words.Nothing.ToDictionary(column => column.Key, column => column.Value.Select(Simplify).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Null where the list knows no such word, or where it may mean several codes.</summary>
    public string? CodeOf(string list, string text) => _codes[list].GetValueOrDefault(Simplify(text));

    /// <summary>What an unknown word may be taken for: the codes that it may mean, or all of the list.</summary>
    public IReadOnlyList<string> ChoicesFor(string list, string text) => _ambiguous[list].GetValueOrDefault(Simplify(text)) ?? [.. _lists.All(list).Keys];

    public bool IsAmbiguous(string list, string text) => _ambiguous[list].ContainsKey(Simplify(text));

    /// <summary>Whether the cell says that there is nothing to be entered in the column.</summary>
    public bool IsNothing(string column, string text) => _nothing.TryGetValue(column, out var words) && words.Contains(Simplify(text));

    public string LabelOf(string list, string code, string language) =>
        _lists.LabelOf(list, code) is { } label ? language is Language.Chinese ? label.Chinese : label.English : code;

    private Dictionary<string, string> CodesOf(string list)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        // Codes first, whole labels next: a shortened label never takes the place of another one's full name.
        foreach (var code in _lists.All(list).Keys) { codes[Simplify(code)] = code; }
        foreach (var (code, label) in _lists.All(list))
        {
            codes.TryAdd(Simplify(label.Chinese), code);
            codes.TryAdd(Simplify(label.English), code);
        }

        return codes;
    }

    private void Add(string list, string code, IEnumerable<string> words)
    {
        foreach (var word in words.Select(Simplify))
        {
            if (!_codes[list].TryAdd(word, Known(list, code)) && _codes[list][word] != code) { throw new FormatException($"words.json: '{word}' of '{list}' stands for two codes."); }
        }
    }

    // Of "肺结核（病原学阳性）" and "肺结核（未经病原学证实）" both, the first part may mean either.
    private void AddParts(string list)
    {
        var parts = _lists.All(list).SelectMany(item => Simplify(item.Value.Chinese).Split('(', ')', '/').Where(part => part.Length > 1).Select(part => (Part: part, Code: item.Key)));
        foreach (var part in parts.GroupBy(each => each.Part, each => each.Code).Where(part => !_codes[list].ContainsKey(part.Key)))
        {
            if (part.Distinct().ToList() is [var only]) { _codes[list][part.Key] = only; }
            else { _ambiguous[list][part.Key] = [.. part.Distinct()]; }
        }
    }

    private string Known(string list, string code) =>
        _lists.Contains(list, code) ? code : throw new FormatException($"words.json: list '{list}' has no code '{code}'.");

    private static string Simplify(string text)
    {
        var simple = new StringBuilder(text.Length);
        foreach (var character in CellText.Tidy(text, freeText: false).Where(character => !char.IsWhiteSpace(character))) { simple.Append(char.ToLowerInvariant(character)); }
        return simple.ToString();
    }

    private sealed record Words(
        Dictionary<string, Dictionary<string, string[]>> Meaning, Dictionary<string, Dictionary<string, string[]>> Ambiguous, Dictionary<string, string[]> Nothing);
}
