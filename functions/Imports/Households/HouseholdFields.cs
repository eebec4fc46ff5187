using System.Globalization;
using System.Text.RegularExpressions;
using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Households;

/// <summary>Fields of the enrolment and columns of the list, from one to the other.</summary>
public static partial class HouseholdFields
{
    private static readonly HashSet<ImportColumn> Basic =
    [
        ImportColumns.Residence,
        ImportColumns.Abo,
        ImportColumns.Rh,
        ImportColumns.Education,
        ImportColumns.Occupation,
        ImportColumns.Marriage,
        ImportColumns.Payment,
        ImportColumns.DrugAllergies,
        ImportColumns.Disabilities,
    ];

    public static string FieldOf(ImportColumn column, int place)
    {
        if (column == ImportColumns.HouseholdPhone)
        {
            return "phone";
        }
        if (column.OfHousehold)
        {
            return column.Name;
        }
        var member = string.Create(CultureInfo.InvariantCulture, $"members[{place}]");
        if (Basic.Contains(column))
        {
            return $"{member}.basicInformation.{column.Name}";
        }
        return ImportColumns.Readings.Contains(column) || column == ImportColumns.TakenAt || column == ImportColumns.BloodPressure
            ? $"{member}.readings.{column.Name}"
            : $"{member}.{column.Name}";
    }

    /// <summary>
    /// The place of the member that the field is of (null: the household's own) and the column that it came from, where there is one.
    /// </summary>
    /// <param name="statusColumns">The columns that the days of the poverty statuses came from, in their order.</param>
    public static (int? Place, ImportColumn? Column) Locate(
        string field,
        IReadOnlyList<MemberLine> members,
        IReadOnlyList<ImportColumn> statusColumns
    )
    {
        if (StatusField().Match(field) is { Success: true } status)
        {
            return (null, statusColumns.ElementAtOrDefault(int.Parse(status.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)));
        }

        if (MemberField().Match(field) is not { Success: true } match)
        {
            return (null, OfHousehold(field));
        }
        var place = int.Parse(match.Groups["place"].ValueSpan, CultureInfo.InvariantCulture);
        if (place >= members.Count)
        {
            return (null, null);
        }
        return (place, OfMember(match.Groups["field"].Value, members[place]));
    }

    private static ImportColumn? OfHousehold(string field)
    {
        var name = field.Split('.', '[')[0];
        return name is "phone" ? ImportColumns.HouseholdPhone
            : ImportColumns.Named(name) is { OfHousehold: true } column ? column
            : null;
    }

    private static ImportColumn? OfMember(string field, MemberLine member)
    {
        if (ReadingField().Match(field) is { Success: true } reading)
        {
            var index = int.Parse(reading.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
            if (reading.Groups["field"].Value is "takenAt" && member.Line[ImportColumns.TakenAt] is not null)
            {
                return ImportColumns.TakenAt;
            }
            return index < member.ReadingColumns.Count ? member.ReadingColumns[index] : null;
        }

        var name = field.StartsWith("basicInformation.", StringComparison.Ordinal) ? field["basicInformation.".Length..] : field;
        if (name.StartsWith("drugAllergyOther", StringComparison.Ordinal))
        {
            return ImportColumns.DrugAllergies;
        }
        return ImportColumns.Named(name.Split('.', '[')[0]) is { OfHousehold: false } column ? column : null;
    }

    [GeneratedRegex(@"^povertyStatuses\[(?<index>\d{1,4})\]")]
    private static partial Regex StatusField();

    [GeneratedRegex(@"^members\[(?<place>\d{1,4})\]\.?(?<field>.*)$")]
    private static partial Regex MemberField();

    [GeneratedRegex(@"^readings\[(?<index>\d{1,4})\]\.?(?<field>.*)$")]
    private static partial Regex ReadingField();
}
