using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Imports.Households;

/// <summary>
/// From what people write to the code that is meant: the code itself, its label in either language, or another word for it
/// (seeds/imports/words.json). Each word stands for one code of its list; what may mean several stands for none, and is told with the
/// choices.
/// </summary>
public sealed partial class Labels
{
    private const string Conditions = "conditions";

    private readonly Dictionary<string, Dictionary<string, string>> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<string>>> _ambiguous = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _nothing;
    private readonly Dictionary<string, HashSet<string>> _yes;
    private readonly CodeLists _lists;

    public Labels(SeedFolder seeds, CodeLists lists)
    {
        _lists = lists;
        var words = seeds.Read<Words>("imports", "words");
        foreach (var list in lists.Names)
        {
            (_codes[list], _ambiguous[list]) = (CodesOf(list), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
            foreach (var (code, others) in words.Meaning.GetValueOrDefault(list) ?? [])
            {
                Add(_codes[list], code, others);
            }
            AddParts(list);
            foreach (var (word, codes) in words.Ambiguous.GetValueOrDefault(list) ?? [])
            {
                _codes[list].Remove(SheetWords.OfCell(word));
                _ambiguous[list][SheetWords.OfCell(word)] = codes;
            }
        }

        (_nothing, _yes) = (ByColumn(words.Nothing), ByColumn(words.Yes));
    }

    /// <summary>Null where the list knows no such word, or where it may mean several codes.</summary>
    public string? CodeOf(string list, string text)
    {
        var word = SheetWords.OfCell(text);
        // E11.9 is one of E11 (ICD-10).
        return _codes[list].GetValueOrDefault(word)
            ?? (
                list is Conditions && Subdivision().Match(word) is { Success: true } code
                    ? _codes[list].GetValueOrDefault(code.Groups[1].Value)
                    : null
            );
    }

    /// <summary>What an unknown word may be taken for: the codes that it may mean, or all of the list.</summary>
    public IReadOnlyList<string> ChoicesFor(string list, string text) =>
        _ambiguous[list].GetValueOrDefault(SheetWords.OfCell(text)) ?? [.. _lists.All(list).Keys];

    public bool IsAmbiguous(string list, string text) => _ambiguous[list].ContainsKey(SheetWords.OfCell(text));

    /// <summary>Whether the cell says that there is nothing to be entered in the column.</summary>
    public bool IsNothing(string column, string text) =>
        _nothing.TryGetValue(column, out var words) && words.Contains(SheetWords.OfCell(text));

    /// <summary>Whether the cell answers the question that the column's heading asks.</summary>
    public bool IsYes(string column, string text) => _yes.TryGetValue(column, out var words) && words.Contains(SheetWords.OfCell(text));

    public string LabelOf(string list, string code, string language) =>
        _lists.LabelOf(list, code) is { } label
            ? language is Language.Chinese
                ? label.Chinese
                : label.English
            : code;

    private static Dictionary<string, HashSet<string>> ByColumn(Dictionary<string, string[]> words) =>
        words.ToDictionary(
            column => column.Key,
            column => column.Value.Select(SheetWords.OfCell).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private Dictionary<string, string> CodesOf(string list)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        // Codes first, whole labels next: a shortened label never takes the place of another one's full name.
        foreach (var code in _lists.All(list).Keys)
        {
            codes[SheetWords.OfCell(code)] = code;
        }
        foreach (var (code, label) in _lists.All(list))
        {
            codes.TryAdd(SheetWords.OfCell(label.Chinese), code);
            codes.TryAdd(SheetWords.OfCell(label.English), code);
        }

        return codes;
    }

    // That a word stands for one code is checked at start (ReferenceData).
    private static void Add(Dictionary<string, string> codes, string code, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            codes.TryAdd(SheetWords.OfCell(word), code);
        }
    }

    // Of "肺结核（病原学阳性）" and "肺结核（未经病原学证实）" both, the first part may mean either.
    private void AddParts(string list)
    {
        var parts = _lists
            .All(list)
            .SelectMany(item =>
                SheetWords
                    .OfCell(item.Value.Chinese)
                    .Split('(', ')', '/')
                    .Where(part => part.Length > 1)
                    .Select(part => (Part: part, Code: item.Key))
            );
        foreach (var part in parts.GroupBy(each => each.Part, each => each.Code).Where(part => !_codes[list].ContainsKey(part.Key)))
        {
            if (part.Distinct().ToList() is [var only])
            {
                _codes[list][part.Key] = only;
            }
            else
            {
                _ambiguous[list][part.Key] = [.. part.Distinct()];
            }
        }
    }

    [GeneratedRegex(@"^([a-z]\d\d)\.\d{1,2}$")]
    private static partial Regex Subdivision();

    private sealed record Words(
        Dictionary<string, Dictionary<string, string[]>> Meaning,
        Dictionary<string, Dictionary<string, string[]>> Ambiguous,
        Dictionary<string, string[]> Nothing,
        Dictionary<string, string[]> Yes
    );
}
