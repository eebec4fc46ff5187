using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Households;

/// <summary>One line read as a member. What cannot be read is told in <see cref="Errors"/>; whether it is right is the enrolment's to say.</summary>
public sealed class MemberLine(ImportLine line, int place, Labels labels)
{
    private const string OtherAllergy = "5";

    private readonly List<LineError> _errors = [];

    public ImportLine Line { get; } = line;

    public IReadOnlyList<LineError> Errors => _errors;

    /// <summary>The columns of the readings, in the order of the member's readings; a blood pressure in one cell is two.</summary>
    public IReadOnlyList<ImportColumn> ReadingColumns { get; } =
    [
        .. line[ImportColumns.BloodPressure] is null ? Array.Empty<ImportColumn>() : [ImportColumns.BloodPressure, ImportColumns.BloodPressure],
        .. ImportColumns.Readings.Where(column => line[column] is not null),
    ];

    public EnrolMember Read() => new(
        Number: null,
        Line[ImportColumns.Name] ?? (IsHead ? Line[ImportColumns.HeadName] : null),
        Number(ImportColumns.IdNumber),
        Code(ImportColumns.IdMissingReason),
        Code(ImportColumns.Sex),
        Date(ImportColumns.BornOn),
        Code(ImportColumns.Relationship),
        Phone(ImportColumns.Phone).Number,
        BasicInformation(),
        Conditions(),
        Readings())
    {
        PhoneAsGiven = Phone(ImportColumns.Phone).AsGiven,
    };

    private bool IsHead => Line[ImportColumns.Relationship] is { } text && labels.CodeOf(CodeColumns.ListOf(ImportColumns.Relationship), text) is Member.HeadRelationship;

    /// <summary>Null where the cell is empty, or where its word is none of the list's: that is told with what would be accepted.</summary>
    public string? Code(ImportColumn column) => Line[column] is { } text ? CodeOf(column, text) : null;

    public IReadOnlyList<string>? Codes(ImportColumn column) => Parts(column)?.Select(part => CodeOf(column, part)).OfType<string>().Distinct().ToArray();

    public PhoneText.Phone Phone(ImportColumn column) =>
        Line[column] is not { } text || labels.IsNothing(column.Name, text) ? default : PhoneText.Read(text);

    /// <summary>A number that is a name, such as an ID: never an amount.</summary>
    public string? Number(ImportColumn column)
    {
        if (Line[column] is not { } text) { return null; }
        if (CellValues.LostDigits(CellValues.WithoutSpaces(text))) { Refuse(column, "import-digits-lost"); }
        return CellValues.WithoutSpaces(text);
    }

    private string? CodeOf(ImportColumn column, string text)
    {
        var list = CodeColumns.ListOf(column);
        if (labels.CodeOf(list, text) is { } code) { return code; }
        var why = labels.IsAmbiguous(list, text) ? "import-ambiguous" : "import-unknown-value";
        _errors.Add(Error(column, why) with { List = list, Choices = labels.ChoicesFor(list, text) });
        return null;
    }

    private BasicInformation? BasicInformation()
    {
        var (allergies, otherAllergy) = DrugAllergies();
        var information = new BasicInformation
        {
            Residence = Code(ImportColumns.Residence),
            Abo = Code(ImportColumns.Abo),
            Rh = Code(ImportColumns.Rh),
            Education = Code(ImportColumns.Education),
            Occupation = Code(ImportColumns.Occupation),
            Marriage = Code(ImportColumns.Marriage),
            Payment = Codes(ImportColumns.Payment),
            DrugAllergies = allergies,
            DrugAllergyOther = otherAllergy,
            Disabilities = Codes(ImportColumns.Disabilities),
        };
        return information == new BasicInformation() ? null : information;
    }

    // Of all lists only this one has room for words: a substance that it does not name is "other".
    private (IReadOnlyList<string>? Codes, string? Other) DrugAllergies()
    {
        if (Parts(ImportColumns.DrugAllergies) is not { } parts) { return (null, null); }
        var known = parts.Select(part => (Part: part, Code: labels.CodeOf(CodeColumns.ListOf(ImportColumns.DrugAllergies), part))).ToArray();
        var others = known.Where(one => one.Code is null).Select(one => one.Part).ToArray();
        return (known.Select(one => one.Code ?? OtherAllergy).Distinct().ToArray(), others is [] ? null : string.Join('；', others));
    }

    private EnrolCondition[]? Conditions() => Parts(ImportColumns.Conditions)?.Select(part =>
    {
        var (name, date) = part.Split('@', 2, StringSplitOptions.TrimEntries) is [var before, var after] ? (before, after) : (part, null);
        DateOnly? diagnosedOn = null;
        if (date is not null && CellValues.TryDate(date, out var read)) { diagnosedOn = read; }
        else if (date is not null) { Refuse(ImportColumns.Conditions, CellValues.IsMonth(date) ? "import-month" : "import-date"); }
        return CodeOf(ImportColumns.Conditions, name) is { } code ? new EnrolCondition(code, diagnosedOn) : null;
    }).OfType<EnrolCondition>().ToArray();

    private EnrolReading[]? Readings()
    {
        var takenAt = Moment(ImportColumns.TakenAt);
        if (ReadingColumns is []) { return null; }
        if (Line[ImportColumns.TakenAt] is null) { Refuse(ImportColumns.TakenAt, "import-taken-at"); }
        var pressure = Line[ImportColumns.BloodPressure] is { } text ? Pressure(text) : [];
        return
        [
            .. pressure.Select(each => new EnrolReading(each.Column.Name, each.Value, Unit: null, takenAt)),
            .. ReadingColumns.Where(column => column != ImportColumns.BloodPressure).Select(column => new EnrolReading(column.Name, Amount(column), Unit: null, takenAt)),
        ];
    }

    // "182/112", the higher one first.
    private (ImportColumn Column, decimal? Value)[] Pressure(string text)
    {
        var parts = CellValues.WithoutSpaces(text).Replace("mmHg", "", StringComparison.OrdinalIgnoreCase).Split('/', '-', '\\');
        decimal? systolic = null, diastolic = null;
        if (parts is [var high, var low] && CellValues.TryNumber(high, out var above) && CellValues.TryNumber(low, out var below)) { (systolic, diastolic) = (above, below); }
        else { Refuse(ImportColumns.BloodPressure, "import-pressure"); }
        return [(ImportColumns.Systolic, systolic), (ImportColumns.Diastolic, diastolic)];
    }

    private decimal? Amount(ImportColumn column)
    {
        if (CellValues.TryNumber(Line[column]!, out var number)) { return number; }
        Refuse(column, "import-number");
        return null;
    }

    private DateOnly? Date(ImportColumn column)
    {
        if (Line[column] is not { } text) { return null; }
        if (CellValues.TryDate(text, out var date)) { return date; }
        Refuse(column, CellValues.IsMonth(text) ? "import-month" : "import-date");
        return null;
    }

    private DateTimeOffset? Moment(ImportColumn column)
    {
        if (Line[column] is not { } text) { return null; }
        if (CellValues.TryMoment(text, out var moment)) { return moment; }
        Refuse(column, CellValues.IsMonth(text) ? "import-month" : "import-date");
        return null;
    }

    private string[]? Parts(ImportColumn column)
    {
        if (Line[column] is not { } text) { return null; }
        return labels.IsNothing(column.Name, text) ? [] : CellValues.Parts(text, part => labels.CodeOf(CodeColumns.ListOf(column), part) is not null);
    }

    private void Refuse(ImportColumn column, string code) => _errors.Add(Error(column, code));

    private LineError Error(ImportColumn column, string code) => new(Line.Number, column.Name, HouseholdFields.FieldOf(column, place), code, [], Line.Place);
}
