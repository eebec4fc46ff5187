using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Imports.Households;

/// <summary>
/// One line read as a member. What cannot be read is told in <see cref="Errors"/>; whether it is right is the enrolment's to say.
/// </summary>
public sealed class MemberLine(ImportLine line, int place, Labels labels)
{
    private const string OtherAllergy = "5";

    public ImportLine Line { get; } = line;

    public LineCells Cells { get; } = new(line, labels, column => HouseholdFields.FieldOf(column, place));

    public IReadOnlyList<LineError> Errors => Cells.Errors;

    /// <summary>The columns of the readings, in the order of the member's readings; a blood pressure in one cell is two.</summary>
    public IReadOnlyList<ImportColumn> ReadingColumns { get; } =
    [
        .. line[ImportColumns.BloodPressure] is null
            ? Array.Empty<ImportColumn>()
            : [ImportColumns.BloodPressure, ImportColumns.BloodPressure],
        .. ImportColumns.Readings.Where(column => line[column] is not null),
    ];

    public MemberRequest Read()
    {
        var phone = Cells.Phone(ImportColumns.Phone);
        return new MemberRequest(
            Number: null,
            Line[ImportColumns.Name] ?? (IsHead ? Line[ImportColumns.HeadName] : null),
            Cells.Number(ImportColumns.IdNumber),
            Cells.Code(ImportColumns.IdMissingReason),
            Cells.Code(ImportColumns.Sex),
            Cells.Date(ImportColumns.BornOn),
            Cells.Code(ImportColumns.Relationship),
            phone.Number,
            BasicInformation(),
            Conditions(),
            Readings()
        )
        {
            PhoneAsGiven = phone.AsGiven,
        };
    }

    private bool IsHead =>
        Line[ImportColumns.Relationship] is { } text
        && labels.CodeOf(CodeColumns.ListOf(ImportColumns.Relationship), text) is Member.HeadRelationship;

    private BasicInformation? BasicInformation()
    {
        var (allergies, otherAllergy) = DrugAllergies();
        var information = new BasicInformation
        {
            EthnicGroup = Cells.Code(ImportColumns.EthnicGroup),
            Residence = Cells.Code(ImportColumns.Residence),
            Abo = Cells.Code(ImportColumns.Abo),
            Rh = Cells.Code(ImportColumns.Rh),
            Education = Cells.Code(ImportColumns.Education),
            Occupation = Cells.Code(ImportColumns.Occupation),
            Marriage = Cells.Code(ImportColumns.Marriage),
            Payment = Cells.Codes(ImportColumns.Payment),
            DrugAllergies = allergies,
            DrugAllergyOther = otherAllergy,
            Disabilities = Cells.Codes(ImportColumns.Disabilities),
        };
        return information == new BasicInformation() ? null : information;
    }

    // Of all lists only this one has room for words: a substance that it does not name is "other".
    private (IReadOnlyList<string>? Codes, string? Other) DrugAllergies()
    {
        if (Cells.Parts(ImportColumns.DrugAllergies) is not { } parts)
        {
            return (null, null);
        }
        var known = parts
            .Select(part => (Part: part, Code: labels.CodeOf(CodeColumns.ListOf(ImportColumns.DrugAllergies), part)))
            .ToArray();
        var others = known.Where(item => item.Code is null).Select(item => item.Part).ToArray();
        return (known.Select(item => item.Code ?? OtherAllergy).Distinct().ToArray(), others is [] ? null : string.Join('；', others));
    }

    private ConditionRequest[]? Conditions() =>
        Cells
            .Parts(ImportColumns.Conditions)
            ?.Select(part =>
            {
                var (name, date) = part.Split('@', 2, StringSplitOptions.TrimEntries) is [var before, var after]
                    ? (before, after)
                    : (part, null);
                var diagnosedOn = date is null ? null : Cells.DateOf(ImportColumns.Conditions, date);
                return Cells.CodeOf(ImportColumns.Conditions, name) is { } code ? new ConditionRequest(code, diagnosedOn) : null;
            })
            .OfType<ConditionRequest>()
            .ToArray();

    private ReadingRequest[]? Readings()
    {
        var takenAt = Cells.Moment(ImportColumns.TakenAt);
        if (ReadingColumns is [])
        {
            return null;
        }
        if (Line[ImportColumns.TakenAt] is null)
        {
            Cells.Refuse(ImportColumns.TakenAt, "import-taken-at");
        }
        var pressure = Line[ImportColumns.BloodPressure] is { } text ? Pressure(text) : [];
        return
        [
            .. pressure.Select(each => new ReadingRequest(each.Column.Name, each.Value, Unit: null, takenAt)),
            .. ReadingColumns
                .Where(column => column != ImportColumns.BloodPressure)
                .Select(column => new ReadingRequest(column.Name, Cells.Amount(column), Unit: null, takenAt)),
        ];
    }

    // "182/112", the higher one first.
    private (ImportColumn Column, decimal? Value)[] Pressure(string text)
    {
        var parts = CellValues.WithoutSpaces(text).Replace("mmHg", "", StringComparison.OrdinalIgnoreCase).Split('/', '-', '\\');
        decimal? systolic = null,
            diastolic = null;
        if (parts is [var high, var low] && CellValues.TryNumber(high, out var above) && CellValues.TryNumber(low, out var below))
        {
            (systolic, diastolic) = (above, below);
        }
        else
        {
            Cells.Refuse(ImportColumns.BloodPressure, "import-pressure");
        }
        return [(ImportColumns.Systolic, systolic), (ImportColumns.Diastolic, diastolic)];
    }
}
