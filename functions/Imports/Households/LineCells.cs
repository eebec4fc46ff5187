using System.Globalization;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Households;

/// <summary>
/// The cells of a line as values. What cannot be read is told in <see cref="Errors"/>; whether it is right is others' to say.
/// </summary>
/// <param name="fieldOf">The field that a column stands for.</param>
public sealed class LineCells(ImportLine line, Labels labels, Func<ImportColumn, string> fieldOf)
{
    private const char Replacement = '\uFFFD';

    private readonly List<LineError> _errors = [];

    public IReadOnlyList<LineError> Errors => _errors;

    /// <summary>Null where the cell is empty, or where its word is none of the list's: that is told with what would be accepted.</summary>
    public string? Code(ImportColumn column) =>
        line[column] is { } text && !labels.IsNothing(column.Name, text) ? CodeOf(column, text) : null;

    public string? CodeOf(ImportColumn column, string text)
    {
        var list = CodeColumns.ListOf(column);
        if (labels.CodeOf(list, text) is { } code)
        {
            return code;
        }
        var why =
            labels.IsAmbiguous(list, text) ? "import-ambiguous"
            : IsStatus(column, text) ? "import-status-as-kind"
            : "import-unknown-value";
        _errors.Add(Error(column, why) with { List = list, Choices = labels.ChoicesFor(list, text) });
        return null;
    }

    public IReadOnlyList<string>? Codes(ImportColumn column) =>
        Parts(column)?.Select(part => CodeOf(column, part)).OfType<string>().Distinct().ToArray();

    /// <summary>The parts of a cell that holds several codes; none where it says that there is nothing.</summary>
    public string[]? Parts(ImportColumn column)
    {
        if (line[column] is not { } text)
        {
            return null;
        }
        if (labels.IsNothing(column.Name, text))
        {
            return [];
        }
        return CellValues.Parts(text, part => labels.CodeOf(CodeColumns.ListOf(column), part) is not null);
    }

    public PhoneText.Phone Phone(ImportColumn column) =>
        line[column] is not { } text || labels.IsNothing(column.Name, text) ? default : PhoneText.Read(text);

    /// <summary>A number that is a name, such as an ID: never an amount.</summary>
    public string? Number(ImportColumn column)
    {
        if (line[column] is not { } text)
        {
            return null;
        }
        if (CellValues.LostDigits(CellValues.WithoutSpaces(text)))
        {
            Refuse(column, "import-digits-lost");
        }
        return CellValues.WithoutSpaces(text);
    }

    /// <param name="unit">What people may write behind it.</param>
    public decimal? Amount(ImportColumn column, params char[] unit)
    {
        if (line[column] is not { } text)
        {
            return null;
        }
        if (CellValues.TryNumber(text.TrimEnd(unit).TrimEnd(), out var number))
        {
            return number;
        }
        Refuse(column, "import-number");
        return null;
    }

    public DateOnly? Date(ImportColumn column) => line[column] is { } text ? DateOf(column, text) : null;

    public DateOnly? DateOf(ImportColumn column, string text)
    {
        if (CellValues.TryDate(text, out var date))
        {
            return date;
        }
        Refuse(column, CellValues.WhyNoDate(text));
        return null;
    }

    public DateTimeOffset? Moment(ImportColumn column)
    {
        if (line[column] is not { } text)
        {
            return null;
        }
        if (CellValues.TryMoment(text, out var moment))
        {
            return moment;
        }
        Refuse(column, CellValues.WhyNoDate(text));
        return null;
    }

    public void Refuse(ImportColumn column, string code) => _errors.Add(Error(column, code));

    /// <param name="choices">Codes of regions.</param>
    public void Refuse(ImportColumn column, string code, IReadOnlyList<string> choices) =>
        _errors.Add(Error(column, code) with { List = LineError.Regions, Choices = choices });

    /// <summary>
    /// Cells that hold no text of people: faults of spreadsheets, letters that no encoding has, more than any field may have.
    /// </summary>
    public IEnumerable<LineError> Unreadable(IEnumerable<ImportColumn> columns) =>
        from column in columns
        let text = line[column]
        where text is not null
        let code = text.Length > CellText.MaxCharacters ? "too-long"
        : text.Contains(Replacement, StringComparison.Ordinal) ? "import-unreadable"
        : CellValues.FaultOf(text)
        where code is not null
        select Error(column, code, code is "too-long" ? [CellText.MaxCharacters.ToString(CultureInfo.InvariantCulture)] : []);

    // 脱贫户 says nothing of a household's kind.
    private bool IsStatus(ImportColumn column, string text) =>
        column == ImportColumns.Kind
        && CodeColumns.ListOf(ImportColumns.PovertyStatus) is var list
        && (labels.CodeOf(list, text) is not null || labels.IsAmbiguous(list, text));

    public LineError Error(ImportColumn column, string code, params string[] arguments) =>
        new(line.Number, column.Name, fieldOf(column), code, arguments, line.Place);
}
