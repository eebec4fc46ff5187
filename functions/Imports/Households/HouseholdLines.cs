using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Imports.Households;

/// <summary>The lines of one household, read as the command that the form would send.</summary>
public sealed class HouseholdLines
{
    private readonly IReadOnlyList<MemberLine> _members;
    private readonly PovertyStatusCells _statuses;

    /// <param name="lines">In the order of the file, so that a list that is sent again says the same.</param>
    /// <param name="regions">Finds villages by their names within the caller's regions.</param>
    public HouseholdLines(IEnumerable<ImportLine> lines, Labels labels, RegionNames regions, Caller caller)
    {
        _members =
        [
            .. lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select((line, place) => new MemberLine(line, place, labels)),
        ];
        var villages = _members.Select(member => regions.Find(member.Line, caller)).ToList();
        var phone = OfHousehold(ImportColumns.HouseholdPhone)?.Cells.Phone(ImportColumns.HouseholdPhone) ?? default;
        _statuses = new PovertyStatusCells(OfHousehold, labels);
        Command = new EnrolmentRequest(
            OfHousehold(ImportColumns.RegistrationNumber)?.Cells.Number(ImportColumns.RegistrationNumber),
            villages.Find(village => village is not null)?.Code,
            OfHousehold(ImportColumns.Address)?.Line[ImportColumns.Address],
            phone.Number,
            OfHousehold(ImportColumns.Kind)?.Cells.Code(ImportColumns.Kind),
            OfHousehold(ImportColumns.Causes)?.Cells.Codes(ImportColumns.Causes),
            [.. _members.Select(member => member.Read())],
            _statuses.Statuses
        )
        {
            PhoneAsGiven = phone.AsGiven,
        };
        Errors =
        [
            .. Example(),
            .. _members.SelectMany(member => member.Cells.Unreadable(ImportColumns.All)),
            .. Contradictions(labels, villages),
            .. Village(villages),
            .. Size(),
            .. HeadName(),
            .. _members.SelectMany(member => member.Errors),
        ];
    }

    public IEnumerable<ImportLine> Lines => _members.Select(member => member.Line);

    public EnrolmentRequest Command { get; }

    /// <summary>What cannot even be read; the enrolment is not asked then.</summary>
    public IReadOnlyList<LineError> Errors { get; }

    /// <summary>A refusal of the enrolment, brought back to the line and the column that it is about.</summary>
    public LineError Locate(FieldError error)
    {
        var (place, column) = HouseholdFields.Locate(error.Field, _members, _statuses.Columns);
        var member = place is { } index ? _members[index] : (column is null ? null : OfHousehold(column)) ?? _members[0];
        var arguments = error.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "").ToArray();
        return new LineError(member.Line.Number, column?.Name, error.Field, error.Code, arguments, member.Line.Place);
    }

    /// <summary>Whether it only says again that a cell could not be read: a village that is not known is not also missing.</summary>
    public bool IsTold(LineError error) =>
        (error.Field is "villageCode" && Errors.Any(reported => reported.List is LineError.Regions))
        || (error.Code is "one-head" && Errors.Any(reported => reported.Column == ImportColumns.Relationship.Name));

    /// <summary>A refusal of the household as a whole.</summary>
    public LineError Refuse(string code, params string[] arguments) =>
        new(_members[0].Line.Number, ImportColumns.RegistrationNumber.Name, "registrationNumber", code, arguments, _members[0].Line.Place);

    private MemberLine? OfHousehold(ImportColumn column) => _members.FirstOrDefault(member => member.Line[column] is not null);

    private IEnumerable<LineError> Example() =>
        Command.RegistrationNumber == ExampleLine.RegistrationNumber ? [Refuse("import-example-line")] : [];

    // Which of two addresses is the household's nobody can say but the office that keeps the list.
    private IEnumerable<LineError> Contradictions(Labels labels, List<RegionFound?> villages) =>
        from column in ImportColumns.All
        where column.OfHousehold
        let first = OfHousehold(column)
        where first is not null
        from second in _members
        where
            second.Line[column] is { } text
            && !IsSame(column, text, first.Line[column]!, labels)
            && !(
                column == ImportColumns.VillageCode
                && villages.All(village => village?.Code is not null)
                && villages.DistinctBy(village => village!.Code).Count() is 1
            )
        select Error(second, column, 0, "import-differs", first.Line.Number.ToString(CultureInfo.InvariantCulture));

    // 低保户 and 低保 say the same.
    private static bool IsSame(ImportColumn column, string first, string second, Labels labels) =>
        string.Equals(first, second, StringComparison.Ordinal)
        || (
            (column == ImportColumns.Kind || column == ImportColumns.PovertyStatus)
            && labels.CodeOf(CodeColumns.ListOf(column), first) is { } code
            && code == labels.CodeOf(CodeColumns.ListOf(column), second)
        );

    private IEnumerable<LineError> Village(List<RegionFound?> villages) =>
        from member in _members.Index()
        let village = villages[member.Index]
        where village?.Error is not null
        select Error(
            member.Item,
            member.Item.Line[ImportColumns.VillageCode] is null ? ImportColumns.VillageName : ImportColumns.VillageCode,
            0,
            village.Error!
        ) with
        {
            List = LineError.Regions,
            Choices = village.Choices,
        };

    private IEnumerable<LineError> Size()
    {
        if (OfHousehold(ImportColumns.HouseholdSize) is not { } member)
        {
            yield break;
        }
        var sizeText = member.Line[ImportColumns.HouseholdSize]!;
        if (!CellValues.TryNumber(sizeText.TrimEnd('人', '口'), out var size))
        {
            yield return Error(member, ImportColumns.HouseholdSize, 0, "import-number");
        }
        else if (size != _members.Count)
        {
            yield return Error(
                member,
                ImportColumns.HouseholdSize,
                0,
                "import-household-size",
                size.ToString(CultureInfo.InvariantCulture),
                _members.Count.ToString(CultureInfo.InvariantCulture)
            );
        }
    }

    // Both say who the head is.
    private IEnumerable<LineError> HeadName()
    {
        if (OfHousehold(ImportColumns.HeadName) is not { } member)
        {
            yield break;
        }
        var head = Command.Members!.FirstOrDefault(each => each.Relationship is Member.HeadRelationship);
        if (head?.Name is not { } name || !NameForm.IsSame(member.Line[ImportColumns.HeadName]!, name))
        {
            yield return Error(member, ImportColumns.HeadName, 0, "import-head-differs");
        }
    }

    private static LineError Error(MemberLine member, ImportColumn column, int place, string code, params string[] arguments) =>
        new(member.Line.Number, column.Name, HouseholdFields.FieldOf(column, place), code, arguments, member.Line.Place);
}
