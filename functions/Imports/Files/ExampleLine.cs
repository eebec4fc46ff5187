namespace Alleviation.Functions.Imports.Files;

/// <summary>
/// The line below the headings of a template: a household, or a physician, that nobody can take for a real one, and that is never kept.
/// </summary>
public static class ExampleLine
{
    public const string RegistrationNumber = "EXAMPLE-0001";
    public const string PhysicianId = "EXAMPLE-01";

    /// <summary>Cells by column name, with labels in the language of the headings.</summary>
    public static IReadOnlyDictionary<string, string> In(ImportPurpose purpose, bool chinese) =>
        (purpose is ImportPurpose.Roster ? Physician : Household).ToDictionary(
            cell => cell.Column.Name,
            cell => chinese ? cell.Chinese : cell.English,
            StringComparer.Ordinal
        );

    private static readonly (ImportColumn Column, string Chinese, string English)[] Physician =
    [
        (ImportColumns.PhysicianId, PhysicianId, PhysicianId),
        (ImportColumns.Name, "示例医师", "Example Physician"),
        (ImportColumns.Disciplines, "全科;公共卫生", "generalPractice;publicHealth"),
        (ImportColumns.RegionCode, "441402004", "441402004"),
        (ImportColumns.Organisation, "示范卫生院", "Example Health Centre"),
        (ImportColumns.PanelSize, "500", "500"),
        (ImportColumns.Phone, "0753-0000000", "0753-0000000"),
        (ImportColumns.Title, "主治医师", "attendingPhysician"),
    ];

    private static readonly (ImportColumn Column, string Chinese, string English)[] Household =
    [
        (ImportColumns.RegistrationNumber, RegistrationNumber, RegistrationNumber),
        (ImportColumns.VillageCode, "441402004001", "441402004001"),
        (ImportColumns.Address, "示例镇示例村1号", "1 Example Lane, Example Village"),
        (ImportColumns.HouseholdPhone, "0753-0000000", "0753-0000000"),
        (ImportColumns.Kind, "一般贫困户", "general"),
        (ImportColumns.Causes, "因病;因学", "illness;education"),
        (ImportColumns.PovertyStatus, "脱贫户", "lifted"),
        (ImportColumns.PovertyStatusOn, "2020-12-31", "2020-12-31"),
        (ImportColumns.Name, "示例户主", "Example Head"),
        (ImportColumns.IdNumber, "441402195001010017", "441402195001010017"),
        (ImportColumns.Sex, "男", "male"),
        (ImportColumns.BornOn, "1950-01-01", "1950-01-01"),
        (ImportColumns.Relationship, "本人或户主", "0"),
        (ImportColumns.Phone, "13000000000", "13000000000"),
        (ImportColumns.Conditions, "高血压@2020-01-02;E11", "I10@2020-01-02;E11"),
        (ImportColumns.Systolic, "152", "152"),
        (ImportColumns.Diastolic, "94", "94"),
        (ImportColumns.FastingGlucose, "7.8", "7.8"),
        (ImportColumns.TakenAt, "2026-01-02 09:30", "2026-01-02 09:30"),
    ];
}
