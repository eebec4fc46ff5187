using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports;

/// <summary>The columns without which every line would be refused, and what may stand in for them.</summary>
public static class RequiredColumns
{
    private static readonly IReadOnlyList<ImportColumn>[] NoColumns = [];
    private static readonly IReadOnlyList<ImportColumn> Village = [ImportColumns.VillageCode, ImportColumns.VillageName];

    private static readonly IReadOnlyList<IReadOnlyList<ImportColumn>> OfEnrolment =
    [
        Village,
        [ImportColumns.Kind],
        [ImportColumns.Name, ImportColumns.HeadName],
        [ImportColumns.IdNumber],
        [ImportColumns.Relationship],
    ];

    private static readonly IReadOnlyList<IReadOnlyList<ImportColumn>> OfRegistry =
    [
        [ImportColumns.RegistrationNumber],
        Village,
    ];

    private static readonly IReadOnlyList<IReadOnlyList<ImportColumn>> OfRoster =
    [
        [ImportColumns.PhysicianId],
        [ImportColumns.Name],
        [ImportColumns.Disciplines],
        [ImportColumns.RegionCode],
        [ImportColumns.Organisation],
        [ImportColumns.PanelSize],
    ];

    /// <summary>Columns whose value a person may give for all lines of a file.</summary>
    public static IReadOnlyList<ImportColumn> WithValues(ImportPurpose purpose) =>
        purpose is ImportPurpose.Roster
            ? [ImportColumns.RegionCode, ImportColumns.Organisation, ImportColumns.PanelSize]
            : [ImportColumns.VillageCode, ImportColumns.Kind, ImportColumns.TakenAt, ImportColumns.PovertyStatusOn];

    public static IReadOnlyList<string> Missing(
        ImportPurpose purpose,
        IReadOnlySet<string> uses,
        IReadOnlyDictionary<string, string>? values
    )
    {
        var required = purpose switch
        {
            ImportPurpose.Registry => OfRegistry,
            ImportPurpose.Roster => OfRoster,
            _ => OfEnrolment,
        };
        // A reading without its time would be taken as measured today.
        var isMeasured =
            purpose is ImportPurpose.Enrolment
            && ImportColumns.Readings.Append(ImportColumns.BloodPressure).Any(column => uses.Contains(column.Name));
        // A status without its day is no step of a history.
        var hasStatus = purpose is ImportPurpose.Enrolment && uses.Contains(ImportColumns.PovertyStatus.Name);
        IEnumerable<IReadOnlyList<ImportColumn>> days =
        [
            .. isMeasured
                ?
                [
                    [ImportColumns.TakenAt],
                ]
                : NoColumns,
            .. hasStatus
                ?
                [
                    [ImportColumns.PovertyStatusOn],
                ]
                : NoColumns,
        ];
        return [.. required.Concat(days).Where(columns => !columns.Any(Has)).Select(columns => columns[0].Name)];

        bool Has(ImportColumn column) => uses.Contains(column.Name) || values?.ContainsKey(column.Name) is true;
    }

    public static bool MakesNumbers(ImportPurpose purpose, IReadOnlySet<string> uses) =>
        purpose is ImportPurpose.Enrolment && !uses.Contains(ImportColumns.RegistrationNumber.Name);
}
