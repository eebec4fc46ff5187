using System.Globalization;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Imports.Physicians;

/// <summary>A line of the list of physicians, read as the command that the form would send.</summary>
public sealed class PhysicianLine
{
    private readonly LineCells _cells;

    public PhysicianLine(ImportLine line, Labels labels, RegionNames regions)
    {
        Line = line;
        _cells = new LineCells(line, labels, column => column.Name);
        Command = new PhysicianRequest(
            _cells.Number(ImportColumns.PhysicianId)?.ToUpperInvariant(),
            line[ImportColumns.Name],
            _cells.Codes(ImportColumns.Disciplines),
            Region(regions),
            line[ImportColumns.Organisation],
            PanelSize(),
            Phone(),
            Title: _cells.Code(ImportColumns.Title)
        );
        Errors = [.. Example(), .. _cells.Unreadable(ImportColumns.OfRoster), .. _cells.Errors];
    }

    public ImportLine Line { get; }

    public PhysicianRequest Command { get; }

    /// <summary>What cannot even be read.</summary>
    public IReadOnlyList<LineError> Errors { get; }

    /// <summary>What is wrong with it, with what the roster says of the rest; each cell is told once.</summary>
    public IReadOnlyList<LineError> With(IEnumerable<FieldError> errors) =>
        [
            .. Errors,
            .. errors
                .Where(error => Errors.All(earlier => earlier.Field != error.Field))
                .Select(error =>
                    Refuse(
                        ImportColumns.Named(error.Field)!,
                        error.Code,
                        [.. error.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")]
                    )
                ),
        ];

    public LineError Refuse(ImportColumn column, string code, params string[] arguments) => _cells.Error(column, code, arguments);

    private IEnumerable<LineError> Example() =>
        Line[ImportColumns.PhysicianId] is ExampleLine.PhysicianId ? [Refuse(ImportColumns.PhysicianId, "import-example-line")] : [];

    private string? Region(RegionNames regions)
    {
        if (Line[ImportColumns.RegionCode] is not { } text)
        {
            return null;
        }
        var found = regions.Find(text);
        if (found.Error is { } why)
        {
            _cells.Refuse(ImportColumns.RegionCode, why, found.Choices);
        }
        return found.Code;
    }

    private int? PanelSize()
    {
        if (_cells.Amount(ImportColumns.PanelSize, '户') is not { } size)
        {
            return null;
        }
        // Out of range for the roster, whatever it is.
        return size == decimal.Truncate(size) && Math.Abs(size) < int.MaxValue ? (int)size : -1;
    }

    // Kept as it is written: nobody is called by it before an operator has looked.
    private string? Phone()
    {
        var phone = _cells.Phone(ImportColumns.Phone);
        if (phone.AsGiven is { } text && CellValues.LostDigits(CellValues.WithoutSpaces(text)))
        {
            _cells.Refuse(ImportColumns.Phone, "import-digits-lost");
        }
        return phone.AsGiven ?? phone.Number;
    }
}
