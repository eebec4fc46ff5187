using System.IO.Compression;
using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>The parts of a workbook's archive, each opened within the limits.</summary>
internal sealed class WorkbookParts : IDisposable
{
    private const string Relationships = "_rels/";

    private readonly ZipArchive _archive;
    private readonly SheetLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Type, string Path)> _targets = new(StringComparer.Ordinal);

    /// <exception cref="SheetFileException">It unpacks to more than it may.</exception>
    public WorkbookParts(Stream file, SheetLimits limits)
    {
        file.Position = 0;
        (_archive, _limits) = (new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true), limits);
        foreach (var entry in _archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
        var unpacked = _archive.Entries.Sum(entry => entry.Length);
        if (unpacked > limits.LargestUnpacked || (unpacked > SheetLimits.FewUnpacked && unpacked / SheetLimits.MaxTimes > file.Length))
        {
            throw new SheetFileException(SheetFault.WorkbookTooLarge);
        }

        Main =
            ReadTargets("")
                .Select(target => target.Value)
                .FirstOrDefault(target => target.Type.EndsWith("/officeDocument", StringComparison.Ordinal))
                .Path
            ?? "xl/workbook.xml";
        foreach (var target in ReadTargets(Main))
        {
            _targets[target.Key] = target.Value;
        }
    }

    /// <summary>The path of the workbook's own part.</summary>
    public string Main { get; }

    public int MaxColumns => _limits.MaxColumns;

    public bool Has(string path) => _entries.ContainsKey(path);

    public string? TargetOf(string id) => _targets.TryGetValue(id, out var target) ? target.Path : null;

    /// <summary>The part of a kind that a workbook has one of: styles, sharedStrings.</summary>
    public string? PathOf(string kind) =>
        _targets.Values.FirstOrDefault(target => target.Type.EndsWith($"/{kind}", StringComparison.Ordinal)).Path is { } path && Has(path)
            ? path
            : null;

    /// <param name="most">In bytes; what an archive says of its parts' sizes may be wrong.</param>
    public XmlReader Open(string path, long? most = null)
    {
        if (!_entries.TryGetValue(path, out var entry))
        {
            throw new InvalidDataException("A part is missing.");
        }
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return XmlReader.Create(new BoundedStream(entry.Open(), Math.Min(most ?? long.MaxValue, _limits.LargestUnpacked)), settings);
    }

    public void Dispose() => _archive.Dispose();

    private Dictionary<string, (string Type, string Path)> ReadTargets(string of)
    {
        var targets = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var folder = of[..(of.LastIndexOf('/') + 1)];
        var path = $"{folder}{Relationships}{of[folder.Length..]}.rels";
        if (!Has(path))
        {
            return targets;
        }
        using var xml = Open(path);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                continue;
            }
            var target = xml.GetAttribute("Target") ?? "";
            targets[xml.GetAttribute("Id") ?? ""] = (
                xml.GetAttribute("Type") ?? "",
                target.StartsWith('/') ? target[1..] : folder + target
            );
        }

        return targets;
    }
}
