using System.Globalization;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Imports.Households;

/// <summary>The lines of one household, read as the command that the form would send.</summary>
public sealed class HouseholdLines
{
    private const char Unreadable = '\uFFFD';

    private readonly IReadOnlyList<MemberLine> _members;

    /// <param name="lines">In the order of the file, so that a list that is sent again says the same.</param>
    public HouseholdLines(IEnumerable<ImportLine> lines, Labels labels)
    {
        _members = [.. lines.OrderBy(line => line.Number).Select((line, place) => new MemberLine(line, place, labels))];
        Command = new EnrolHousehold(
            OfHousehold(ImportColumns.RegistrationNumber)?.Number(ImportColumns.RegistrationNumber),
            OfHousehold(ImportColumns.VillageCode)?.Number(ImportColumns.VillageCode),
            OfHousehold(ImportColumns.Address)?.Line[ImportColumns.Address],
            OfHousehold(ImportColumns.HouseholdPhone)?.Number(ImportColumns.HouseholdPhone),
            OfHousehold(ImportColumns.Kind)?.Code(ImportColumns.Kind),
            OfHousehold(ImportColumns.Causes)?.Codes(ImportColumns.Causes),
            [.. _members.Select(member => member.Read())]);
        Errors = [.. Example(), .. _members.SelectMany(UnreadableCells), .. Contradictions(), .. _members.SelectMany(member => member.Errors)];
    }

    public IEnumerable<ImportLine> Lines => _members.Select(member => member.Line);

    public EnrolHousehold Command { get; }

    /// <summary>What cannot even be read; the enrolment is not asked then.</summary>
    public IReadOnlyList<LineError> Errors { get; }

    /// <summary>A refusal of the enrolment, brought back to the line and the column that it is about.</summary>
    public LineError Locate(FieldError error)
    {
        var (place, column) = HouseholdFields.Locate(error.Field, _members);
        var member = place is { } index ? _members[index] : (column is null ? null : OfHousehold(column)) ?? _members[0];
        var arguments = error.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "").ToArray();
        return new LineError(member.Line.Number, column?.Name, error.Field, error.Code, arguments);
    }

    /// <summary>A refusal of the household as a whole.</summary>
    public LineError Refuse(string code, params string[] arguments) => new(_members[0].Line.Number, ImportColumns.RegistrationNumber.Name, "registrationNumber", code, arguments);

    private MemberLine? OfHousehold(ImportColumn column) => _members.FirstOrDefault(member => member.Line[column] is not null);

    private IEnumerable<LineError> Example() =>
        Command.RegistrationNumber == ExampleLine.RegistrationNumber ? [Refuse("import-example-line")] : [];

    private IEnumerable<LineError> UnreadableCells(MemberLine member, int place) =>
        from column in ImportColumns.All
        let text = member.Line[column]
        where text is not null && (text.Contains(Unreadable, StringComparison.Ordinal) || text.Length > CellText.MostCharacters)
        let field = HouseholdFields.FieldOf(column, place)
        select text.Length > CellText.MostCharacters
            ? new LineError(member.Line.Number, column.Name, field, "too-long", [CellText.MostCharacters.ToString(CultureInfo.InvariantCulture)])
            : new LineError(member.Line.Number, column.Name, field, "import-unreadable", []);

    // Which of two addresses is the household's nobody can say but the office that keeps the list.
    private IEnumerable<LineError> Contradictions() =>
        from column in ImportColumns.All
        where column.OfHousehold
        let first = OfHousehold(column)
        where first is not null
        from other in _members
        where other.Line[column] is { } text && !string.Equals(text, first.Line[column], StringComparison.Ordinal)
        select new LineError(other.Line.Number, column.Name, HouseholdFields.FieldOf(column, 0), "import-differs", [first.Line.Number.ToString(CultureInfo.InvariantCulture)]);
}
