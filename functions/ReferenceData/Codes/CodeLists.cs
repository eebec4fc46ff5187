using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>
/// The code lists of seeds/codes, one file per list, in the order of the files. Stored as the code, shown as the label; read once, for a
/// list changes only with the program.
/// </summary>
public sealed class CodeLists
{
    private readonly FrozenDictionary<string, IReadOnlyList<CodeItem>> _items;
    private readonly FrozenDictionary<string, FrozenDictionary<string, Label>> _lists;
    private readonly FrozenDictionary<string, FrozenSet<string>> _exclusive;

    public CodeLists(SeedFolder seeds)
    {
        Names = seeds.FilesOf("codes");
        _items = Names.ToFrozenDictionary(name => name, seeds.ItemsOf<CodeItem>, StringComparer.Ordinal);
        _lists = _items.ToFrozenDictionary(
            list => list.Key,
            list => list.Value.ToFrozenDictionary(item => item.Code, item => new Label(item.Chinese, item.English), StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Documents = new Dictionary<string, IReadOnlyList<CodeItem>>(StringComparer.Ordinal)
        {
            ["form"] = NamesIn(seeds, "forms"),
            ["pathway"] = NamesIn(seeds, "pathways"),
        };
        _exclusive = _items.ToFrozenDictionary(
            list => list.Key,
            list => list.Value.Where(item => item.Exclusive).Select(item => item.Code).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    /// <param name="list">The file's name: <c>sex</c>, <c>relationship</c> …</param>
    /// <exception cref="KeyNotFoundException">There is no such list: a fault of the caller, never of a person's input.</exception>
    public bool Contains(string list, string code) => _lists[list].ContainsKey(code);

    /// <summary>Whether the codes contradict each other: <c>none</c> beside something.</summary>
    public bool Contradict(string list, IEnumerable<string> codes) =>
        codes.Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 } several && several.Exists(_exclusive[list].Contains);

    public Label? LabelOf(string list, string code) => _lists[list].GetValueOrDefault(code);

    /// <summary>In no order; <see cref="Items"/> has that of the file.</summary>
    public IReadOnlyDictionary<string, Label> All(string list) => _lists[list];

    /// <summary>In the order of the file, in which people look for them.</summary>
    public IReadOnlyList<CodeItem> Items(string list) => _items[list];

    public IReadOnlyList<string> Names { get; }

    /// <summary>What forms and pathways are called: by <c>form</c> and <c>pathway</c>, each a list like the others.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CodeItem>> Documents { get; }

    private static IReadOnlyList<CodeItem> NamesIn(SeedFolder seeds, string folder) =>
        [
            .. from document in seeds.ReadAll<NamedDocument>(folder)
            select new CodeItem(document.Code, document.Label.Chinese, document.Label.English),
        ];

    private sealed record NamedDocument(string Code, Label Label);
}

/// <param name="Initials">First letters of the pinyin, where a list is long enough to be searched by them.</param>
/// <param name="Exclusive">Says that there is nothing (none, unknown): no other code of the list goes with it.</param>
public sealed record CodeItem(
    string Code,
    [property: JsonPropertyName("zh-CN")] string Chinese,
    [property: JsonPropertyName("en")] string English,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Exclusive = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Initials = null
);

/// <summary>Codes against their lists.</summary>
internal sealed class CodeCheck(CodeLists lists)
{
    private const int MaxCodes = 30;

    public string? Required(ValidationErrors validationErrors, string field, string list, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            validationErrors.Add(field, "required");
            return null;
        }

        return Optional(validationErrors, field, list, code);
    }

    public string? Optional(ValidationErrors validationErrors, string field, string list, string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || lists.Contains(list, code))
        {
            return string.IsNullOrWhiteSpace(code) ? null : code;
        }
        validationErrors.Add(field, "unknown-value");
        return null;
    }

    /// <returns>Each code once, in the order given; null where nobody was asked, for which an empty list stands as well.</returns>
    public IReadOnlyList<string>? Several(ValidationErrors validationErrors, string field, string list, IReadOnlyList<string>? codes)
    {
        if (codes is null or [])
        {
            return null;
        }
        if (codes.Count > MaxCodes)
        {
            validationErrors.Add(field, "too-many", MaxCodes);
            return null;
        }

        for (var index = 0; index < codes.Count; index++)
        {
            if (!lists.Contains(list, codes[index]))
            {
                validationErrors.Add(field, index, "unknown-value");
            }
        }

        Together(validationErrors, field, list, codes);
        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"None" together with another code is refused, because it is unclear which is meant.</summary>
    public void Together(ValidationErrors validationErrors, string field, string list, IEnumerable<string> codes)
    {
        if (lists.Contradict(list, codes))
        {
            validationErrors.Add(field, "choice-exclusive");
        }
    }
}
