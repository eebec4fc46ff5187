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
    private readonly FrozenDictionary<string, FrozenSet<string>> _exclusive;

    public CodeLists(SeedFolder seeds)
    {
        var files = Directory.EnumerateFiles(seeds.PathOf("codes"), "*.json").ToList();
        _lists = files.ToFrozenDictionary(file => Path.GetFileNameWithoutExtension(file), Load, StringComparer.Ordinal);
        _exclusive = files.ToFrozenDictionary(file => Path.GetFileNameWithoutExtension(file), LoadExclusive, StringComparer.Ordinal);
    }

    /// <param name="list">The file's name: <c>sex</c>, <c>relationship</c> …</param>
    /// <exception cref="KeyNotFoundException">There is no such list: a fault of the caller, never of a person's input.</exception>
    public bool Contains(string list, string code) => _lists[list].ContainsKey(code);

    /// <summary>Whether the codes contradict each other: <c>none</c> beside something.</summary>
    public bool Contradict(string list, IEnumerable<string> codes) =>
        codes.Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 } several && several.Exists(_exclusive[list].Contains);

    public Label? LabelOf(string list, string code) => _lists[list].GetValueOrDefault(code);

    public IReadOnlyDictionary<string, Label> All(string list) => _lists[list];

    public IEnumerable<string> Names => _lists.Keys;

    private static FrozenSet<string> LoadExclusive(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.TryGetProperty("exclusive", out var exclusive) && exclusive.GetBoolean())
            .Select(item => item.GetProperty("code").GetString()!)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Label> Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.GetProperty("items").EnumerateArray().ToFrozenDictionary(
            item => item.GetProperty("code").GetString()!,
            item => new Label(item.GetProperty("zh-CN").GetString()!, item.GetProperty("en").GetString()!),
            StringComparer.Ordinal);
    }
}
