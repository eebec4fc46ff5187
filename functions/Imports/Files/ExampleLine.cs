namespace Alleviation.Functions.Imports.Files;

/// <summary>The line below the headings of the template: a household that nobody can take for a real one, and that is never enrolled.</summary>
public static class ExampleLine
{
    public const string RegistrationNumber = "EXAMPLE-0001";

    /// <summary>Cells by column name, with labels in the language of the headings.</summary>
    public static IReadOnlyDictionary<string, string> In(bool chinese)
    {
        (ImportColumn Column, string Chinese, string English)[] cells =
        [
            (ImportColumns.RegistrationNumber, RegistrationNumber, RegistrationNumber),
            (ImportColumns.VillageCode, "441402004001", "441402004001"),
            (ImportColumns.Address, "示例镇示例村1号", "1 Example Lane, Example Village"),
            (ImportColumns.HouseholdPhone, "0753-0000000", "0753-0000000"),
            (ImportColumns.Kind, "一般贫困户", "general"),
            (ImportColumns.Causes, "因病;因学", "illness;education"),
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
        return cells.ToDictionary(cell => cell.Column.Name, cell => chinese ? cell.Chinese : cell.English, StringComparer.Ordinal);
    }
}
