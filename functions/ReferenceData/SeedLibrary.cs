namespace Alleviation.Functions.ReferenceData;

/// <summary>All documents of the seeds, and the codes that they may name each other by.</summary>
internal sealed class SeedLibrary(IReadOnlyDictionary<string, SeedDocument> documents)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _codes = new(StringComparer.Ordinal);

    public SeedNode? Find(string name) => documents.TryGetValue($"{name}.json", out var document) ? document.Root : null;

    public SeedNode Outlines => documents["regions/meizhou-counties.geojson"].Root;

    public IReadOnlyList<SeedNode> In(string folder) =>
        [
            .. documents
                .Values.Where(document => document.Name.StartsWith($"{folder}/", StringComparison.Ordinal))
                .OrderBy(document => document.Name, StringComparer.Ordinal)
                .Select(document => document.Root),
        ];

    public IEnumerable<string> ListNames => In("codes").Select(list => list.Document.Name["codes/".Length..^".json".Length]);

    /// <summary>The codes of a list's items (<c>codes/sex</c>), or of a folder's documents (<c>forms</c>).</summary>
    public IReadOnlyList<string> CodesOf(string source)
    {
        if (_codes.TryGetValue(source, out var known))
        {
            return known;
        }
        var holders = source.Contains('/', StringComparison.Ordinal) ? Find(source)?.Items("items") ?? [] : In(source);
        return _codes[source] = [.. holders.Select(holder => holder.Text("code")).OfType<string>()];
    }

    /// <summary>An item of a code list.</summary>
    public SeedNode? Item(string list, string? code) =>
        Find($"codes/{list}")?.Items("items").Where(item => item.Text("code") == code).Select(item => (SeedNode?)item).FirstOrDefault();
}
