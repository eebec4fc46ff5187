using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Households;

/// <summary>Which list of seeds/codes a column's codes are from.</summary>
public static class CodeColumns
{
    private static readonly Dictionary<ImportColumn, string> Lists = new()
    {
        [ImportColumns.Kind] = "householdKind",
        [ImportColumns.Causes] = "povertyCause",
        [ImportColumns.PovertyStatus] = "povertyStatus",
        [ImportColumns.IdMissingReason] = "idMissingReason",
        [ImportColumns.Sex] = "sex",
        [ImportColumns.Relationship] = "relationship",
        [ImportColumns.Conditions] = "conditions",
        [ImportColumns.EthnicGroup] = "ethnicGroup",
        [ImportColumns.Residence] = "residence",
        [ImportColumns.Abo] = "abo",
        [ImportColumns.Rh] = "rh",
        [ImportColumns.Education] = "education",
        [ImportColumns.Occupation] = "occupation",
        [ImportColumns.Marriage] = "marriage",
        [ImportColumns.Payment] = "payment",
        [ImportColumns.DrugAllergies] = "drugAllergy",
        [ImportColumns.Disabilities] = "disability",
        [ImportColumns.Disciplines] = "discipline",
        [ImportColumns.Title] = "physicianTitle",
    };

    /// <summary>Null for a column whose cells are no codes.</summary>
    public static string? Find(ImportColumn column) => Lists.GetValueOrDefault(column);

    public static string ListOf(ImportColumn column) => Lists[column];
}
