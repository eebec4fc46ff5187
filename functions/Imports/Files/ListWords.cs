using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Files;

/// <summary>
/// What lists of one kind call their columns, and how rows begin that are no lines. That a heading stands for one column is checked at
/// start
/// (ReferenceData).
/// </summary>
public sealed class ListWords
{
    private readonly Dictionary<string, ImportColumn> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notUsed;
    private readonly IReadOnlyList<string> _totals;
    private readonly HashSet<string> _signatures;

    internal ListWords(IReadOnlyList<ImportColumn> columns, HeadingsOfList headings, HeadingsFile file)
    {
        foreach (var column in columns)
        {
            foreach (var heading in headings.Columns.GetValueOrDefault(column.Name, []).Concat([column.Name, column.Chinese]))
            {
                _columns.TryAdd(SheetWords.OfHeading(heading), column);
            }
        }

        _notUsed = [.. headings.NotUsed.Select(SheetWords.OfHeading)];
        _totals = file.Totals;
        _signatures = [.. file.Signatures.Select(SheetWords.OfHeading)];
    }

    public ImportColumn? OfHeading(string? heading) => heading is null ? null : _columns.GetValueOrDefault(SheetWords.OfHeading(heading));

    /// <summary>A heading whose column is knowingly left out: a running number, remarks.</summary>
    public bool IsNotUsed(string heading) => _notUsed.Contains(SheetWords.OfHeading(heading));

    /// <summary>The column that an unknown heading may stand for: the longest known heading that is a part of it.</summary>
    public ImportColumn? Suggest(string heading)
    {
        var simple = SheetWords.OfHeading(heading);
        return _columns
            .Where(known => known.Key.Length > 1 && simple.Contains(known.Key, StringComparison.Ordinal))
            .OrderByDescending(known => known.Key.Length)
            .ThenBy(known => known.Key, StringComparer.Ordinal)
            .Select(known => known.Value)
            .FirstOrDefault();
    }

    public bool IsTotal(string cell) => _totals.Any(word => cell.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"填表人：…" and the like.</summary>
    public bool IsSignature(string cell) =>
        cell.IndexOfAny([':', '：']) is > 0 and var colon && _signatures.Contains(SheetWords.OfHeading(cell[..colon]));
}
