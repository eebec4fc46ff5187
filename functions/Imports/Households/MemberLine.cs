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

    /// <summary>The columns of the readings, in the order of the member's readings.</summary>
    public IReadOnlyList<ImportColumn> ReadingColumns { get; } = [.. ImportColumns.Readings.Where(column => line[column] is not null)];

    public EnrolMember Read() => new(
        Number: null,
        Line[ImportColumns.Name],
        Number(ImportColumns.IdNumber),
        Code(ImportColumns.IdMissingReason),
        Code(ImportColumns.Sex),
        Date(ImportColumns.BornOn),
        Code(ImportColumns.Relationship),
        Number(ImportColumns.Phone),
        BasicInformation(),
        Conditions(),
        Readings());

    /// <summary>A label that the list does not have is handed on as it is: the enrolment refuses it as it does for the form.</summary>
    public string? Code(ImportColumn column) => Line[column] is { } text ? labels.CodeOf(CodeColumns.ListOf(column), text) ?? text : null;

    public IReadOnlyList<string>? Codes(ImportColumn column) => Parts(column)?.Select(part => labels.CodeOf(CodeColumns.ListOf(column), part) ?? part).ToArray();

    /// <summary>A number that is a name, such as an ID: never an amount.</summary>
    public string? Number(ImportColumn column)
    {
        if (Line[column] is not { } text) { return null; }
        if (CellValues.LostDigits(text)) { Refuse(column, "import-digits-lost"); }
        return CellValues.WithoutSpaces(text);
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
        else if (date is not null) { Refuse(ImportColumns.Conditions, "import-date"); }
        return new EnrolCondition(labels.CodeOf(CodeColumns.ListOf(ImportColumns.Conditions), name) ?? name, diagnosedOn);
    }).ToArray();

    private EnrolReading[]? Readings()
    {
        var takenAt = Moment(ImportColumns.TakenAt);
        return ReadingColumns is [] ? null : [.. ReadingColumns.Select(column => new EnrolReading(column.Name, Amount(column), Unit: null, takenAt))];
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
        Refuse(column, "import-date");
        return null;
    }

    private DateTimeOffset? Moment(ImportColumn column)
    {
        if (Line[column] is not { } text) { return null; }
        if (CellValues.TryMoment(text, out var moment)) { return moment; }
        Refuse(column, "import-date");
        return null;
    }

    private string[]? Parts(ImportColumn column) => Line[column] is { } text
        ? CellValues.Parts(text, part => labels.CodeOf(CodeColumns.ListOf(column), part) is not null)
        : null;

    private void Refuse(ImportColumn column, string code) => _errors.Add(new LineError(Line.Number, column.Name, HouseholdFields.FieldOf(column, place), code, []));
}
