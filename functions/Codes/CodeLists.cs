using System.Collections.Frozen;
using System.Text.Json;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Codes;

/// <summary>
/// The code lists of seeds/codes, one file per list. Stored as the code, shown as the label; read once, for a list changes only with
/// the program.
/// </summary>
public sealed class CodeLists
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Label>> _lists;

    public CodeLists(SeedFolder seeds) => _lists = Directory.EnumerateFiles(seeds.PathOf("codes"), "*.json")
        .ToFrozenDictionary(file => Path.GetFileNameWithoutExtension(file), Load, StringComparer.Ordinal);

    /// <param name="list">The file's name: <c>sex</c>, <c>relationship</c> …</param>
    /// <exception cref="KeyNotFoundException">There is no such list: a fault of the caller, never of a person's input.</exception>
    public bool Contains(string list, string code) => _lists[list].ContainsKey(code);

    public Label? LabelOf(string list, string code) => _lists[list].GetValueOrDefault(code);

    public IReadOnlyDictionary<string, Label> All(string list) => _lists[list];

    public IEnumerable<string> Names => _lists.Keys;

    private static FrozenDictionary<string, Label> Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.GetProperty("items").EnumerateArray().ToFrozenDictionary(
            item => item.GetProperty("code").GetString()!,
            item => new Label(item.GetProperty("zh-CN").GetString()!, item.GetProperty("en").GetString()!),
            StringComparer.Ordinal);
    }
}
