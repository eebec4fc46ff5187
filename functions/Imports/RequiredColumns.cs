using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports;

/// <summary>The columns without which every line would be refused.</summary>
public static class RequiredColumns
{
    private static readonly IReadOnlyList<ImportColumn> OfRegistry = [ImportColumns.RegistrationNumber, ImportColumns.VillageCode];

    private static readonly IReadOnlyList<ImportColumn> OfEnrolment =
        [.. OfRegistry, ImportColumns.Kind, ImportColumns.Name, ImportColumns.IdNumber, ImportColumns.Relationship];

    public static IReadOnlyList<ImportColumn> For(ImportPurpose purpose) => purpose is ImportPurpose.Registry ? OfRegistry : OfEnrolment;
}
