using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Alleviation.Functions.Platform.Http;
using CsvHelper;

namespace Alleviation.Functions.Physicians;

/// <param name="Errors">Told as a problem; where there are any, nothing was kept.</param>
public sealed record ImportRosterResult(int Added, int Changed, int Unchanged, [property: JsonIgnore] IReadOnlyList<FieldError> Errors);

/// <summary>
/// The roster as CSV (UTF-8; id, name, disciplines separated by semicolons, regionCode, organisation, panelSize, phone). All lines are
/// checked before the first is kept; sent again, nothing changes.
/// </summary>
public sealed class ImportRosterHandler(PhysicianCheck check, KeepPhysicianHandler keep)
{
    private const int MaximumLines = 20_000;
    private const int MaximumErrors = 100;
    private const int AtOnce = 8;
    private static readonly CsvReaderOptions Options = new() { Separator = ',', TrackLineNumbers = true, IncludeValuesInExceptions = false };

    public async Task<ImportRosterResult> HandleAsync(Stream file, CancellationToken cancellationToken)
    {
        var (lines, errors) = await ReadAsync(file, cancellationToken);
        if (errors.Count > 0) { return new ImportRosterResult(0, 0, 0, errors); }
        var (added, changed, unchanged) = (0, 0, 0);
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (line, stop) =>
        {
            var result = await keep.HandleAsync(line, version: null, stop);
            _ = result.Outcome switch
            {
                KeepPhysicianOutcome.Added => Interlocked.Increment(ref added),
                KeepPhysicianOutcome.Changed => Interlocked.Increment(ref changed),
                _ => Interlocked.Increment(ref unchanged),
            };
        });
        return new ImportRosterResult(added, changed, unchanged, []);
    }

    private async Task<(List<EnterPhysician> Lines, List<FieldError> Errors)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var (lines, errors, ids) = (new List<EnterPhysician>(), new List<FieldError>(), new HashSet<string>(StringComparer.Ordinal));
        using var text = new StreamReader(file, Encoding.UTF8);
        using var csv = CsvReader.Create(text, Options, leaveOpen: true);
        await csv.ReadHeaderAsync(cancellationToken);
        if (!csv.Headers.Contains("id")) { return ([], [new FieldError("file", "roster-header")]); }
        while (errors.Count < MaximumErrors && await csv.ReadAsync(cancellationToken))
        {
            var line = Line(csv);
            var (_, found) = check.Check(line);
            errors.AddRange(found.Select(error => error with { Field = string.Create(CultureInfo.InvariantCulture, $"lines[{csv.LineNumber}].{error.Field}") }));
            if (line.Id is { } id && !ids.Add(id)) { errors.Add(new FieldError(string.Create(CultureInfo.InvariantCulture, $"lines[{csv.LineNumber}].id"), "twice")); }
            lines.Add(line);
            if (lines.Count > MaximumLines) { return ([], [new FieldError("file", "too-many", MaximumLines)]); }
        }

        return (lines, errors);
    }

    private static EnterPhysician Line(CsvReader csv) => new(
        Cell(csv, "id")?.Trim(),
        Cell(csv, "name"),
        Cell(csv, "disciplines")?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Cell(csv, "regionCode")?.Trim(),
        Cell(csv, "organisation"),
        int.TryParse(Cell(csv, "panelSize"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null,
        Cell(csv, "phone"));

    // A column that the file does not have, or that a short line ends before.
    private static string? Cell(CsvReader csv, string column) => csv.TryGetFieldIndex(column, out var index) && index < csv.FieldCount ? csv.GetString(index) : null;
}
