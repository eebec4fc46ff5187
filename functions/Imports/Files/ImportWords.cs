using System.Text;
using System.Text.Json;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Files;

/// <summary>What people's own lists call the columns, and how rows begin that are no lines: seeds/imports/headings.json.</summary>
public sealed class ImportWords
{
    private readonly Dictionary<string, ImportColumn> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notUsed;
    private readonly IReadOnlyList<string> _totals;
    private readonly HashSet<string> _signatures;

    /// <exception cref="FormatException">A heading stands for two columns, or for a column that there is not.</exception>
    public ImportWords(SeedFolder seeds)
    {
        var words = JsonSerializer.Deserialize<File>(System.IO.File.ReadAllBytes(seeds.PathOf("imports", "headings.json")), JsonSerializerOptions.Web)!;
        foreach (var column in ImportColumns.All)
        {
            Add(column.Name, column);
            Add(column.Chinese, column);
        }

        foreach (var (name, headings) in words.Columns)
        {
            var column = ImportColumns.Named(name) ?? throw new FormatException($"headings.json: there is no column '{name}'.");
            foreach (var heading in headings) { Add(heading, column); }
        }

        _notUsed = [.. words.NotUsed.Select(Simplify)];
        _totals = words.Totals;
        _signatures = [.. words.Signatures.Select(Simplify)];
    }

    public ImportColumn? OfHeading(string? heading) => heading is null ? null : _columns.GetValueOrDefault(Simplify(heading));

    /// <summary>A heading whose column is knowingly left out: a running number, remarks.</summary>
    public bool IsNotUsed(string heading) => _notUsed.Contains(Simplify(heading));

    /// <summary>The column that an unknown heading may stand for: the longest known heading that is a part of it.</summary>
    public ImportColumn? Suggest(string heading)
    {
        var simple = Simplify(heading);
        return _columns.Where(known => known.Key.Length > 1 && simple.Contains(known.Key, StringComparison.Ordinal))
            .OrderByDescending(known => known.Key.Length).ThenBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Value).FirstOrDefault();
    }

    public bool IsTotal(string cell) => _totals.Any(word => cell.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"填表人：…" and the like.</summary>
    public bool IsSignature(string cell) => cell.IndexOfAny([':', '：']) is > 0 and var colon && _signatures.Contains(Simplify(cell[..colon]));

    /// <summary>"*身份证号 (必填)", "ID number" and "id_number" are headings, too: only letters before the first bracket count.</summary>
    public static string Simplify(string heading)
    {
        var simple = new StringBuilder(heading.Length);
        foreach (var character in CellText.Tidy(heading, freeText: false))
        {
            if (character is '(' or '[') { break; }
            if (char.IsLetterOrDigit(character)) { simple.Append(char.ToLowerInvariant(character)); }
        }

        return simple.ToString();
    }

    private void Add(string heading, ImportColumn column)
    {
        if (!_columns.TryAdd(Simplify(heading), column) && _columns[Simplify(heading)] != column) { throw new FormatException($"headings.json: '{heading}' stands for two columns."); }
    }

    private sealed record File(
        IReadOnlyDictionary<string, IReadOnlyList<string>> Columns, IReadOnlyList<string> NotUsed, IReadOnlyList<string> Totals, IReadOnlyList<string> Signatures);
}
