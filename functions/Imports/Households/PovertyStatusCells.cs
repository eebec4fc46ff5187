using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Households;

/// <summary>
/// The poverty statuses that a household's cells name: one with the day on which it was found, and whether it was lifted and in which year.
/// What only a year (or a month) is given for counts from its last day, for the lists of a year are closed with it (动态调整, memory); the
/// source keeps what the cell said.
/// </summary>
internal sealed class PovertyStatusCells
{
    private const string Lifted = "lifted";
    private const string No = "import-yes-no";

    private readonly List<PovertyStatusRequest> _statuses = [];
    private readonly List<ImportColumn> _columns = [];

    /// <param name="ofHousehold">The line on which the household's cell of a column stands.</param>
    public PovertyStatusCells(Func<ImportColumn, MemberLine?> ofHousehold, Labels labels)
    {
        if (ofHousehold(ImportColumns.PovertyStatus) is { } status && status.Cells.Code(ImportColumns.PovertyStatus) is { } code)
        {
            Add(code, status, ImportColumns.PovertyStatus, ofHousehold(ImportColumns.PovertyStatusOn), ImportColumns.PovertyStatusOn);
        }
        else if (
            ofHousehold(ImportColumns.PovertyStatusOn) is { } day
            && !IsNothing(ImportColumns.PovertyStatusOn, day, labels)
            && (ofHousehold(ImportColumns.PovertyStatus) is not { } none || IsNothing(ImportColumns.PovertyStatus, none, labels))
        )
        {
            // A day of what? It is not dropped unsaid.
            day.Cells.Refuse(ImportColumns.PovertyStatusOn, "import-status-missing");
        }

        if (IsLifted(ofHousehold, labels) is { } line)
        {
            Add(Lifted, line, ImportColumns.Lifted, ofHousehold(ImportColumns.LiftedIn), ImportColumns.LiftedIn);
        }
    }

    /// <summary>Null where no cell says anything.</summary>
    public IReadOnlyList<PovertyStatusRequest>? Statuses => _statuses is [] ? null : _statuses;

    /// <summary>The columns that the days came from, in the order of the statuses.</summary>
    public IReadOnlyList<ImportColumn> Columns => _columns;

    // The year alone says that it was lifted.
    private static MemberLine? IsLifted(Func<ImportColumn, MemberLine?> ofHousehold, Labels labels)
    {
        var year = ofHousehold(ImportColumns.LiftedIn) is { } line && !IsNothing(ImportColumns.LiftedIn, line, labels) ? line : null;
        if (ofHousehold(ImportColumns.Lifted) is not { } lifted)
        {
            return year;
        }
        var text = lifted.Line[ImportColumns.Lifted]!;
        if (labels.IsYes(ImportColumns.Lifted.Name, text))
        {
            return lifted;
        }
        if (!IsNothing(ImportColumns.Lifted, lifted, labels))
        {
            lifted.Cells.Refuse(ImportColumns.Lifted, No);
        }
        else if (year is not null)
        {
            lifted.Cells.Refuse(ImportColumns.Lifted, "import-lifted-no");
        }
        return null;
    }

    private static bool IsNothing(ImportColumn column, MemberLine line, Labels labels) => labels.IsNothing(column.Name, line.Line[column]!);

    private void Add(string code, MemberLine line, ImportColumn column, MemberLine? dayLine, ImportColumn dayColumn)
    {
        DateOnly? on = null;
        var dayText = dayLine?.Line[dayColumn];
        if (dayText is null)
        {
            line.Cells.Refuse(dayColumn, "import-status-on");
        }
        else if (CellValues.TryLastDay(dayText, out var day))
        {
            on = day;
        }
        else
        {
            dayLine!.Cells.Refuse(dayColumn, CellValues.WhyNoDate(dayText));
        }
        var source = dayColumn == ImportColumns.LiftedIn ? dayText : line.Line[column];
        _statuses.Add(
            new PovertyStatusRequest(
                code,
                on,
                $"名册：{(dayColumn == ImportColumns.LiftedIn ? dayColumn : column).Chinese} {source}".TrimEnd()
            )
        );
        _columns.Add(dayColumn);
    }
}
