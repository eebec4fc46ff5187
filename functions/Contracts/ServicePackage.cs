using Alleviation.Functions.Households;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Contracts;

/// <summary>What a family-doctor contract promises for a year, as people may edit it: seeds/contracts/packages.json.</summary>
public sealed record ServicePackage(string Code, Label Label, string Source, IReadOnlyList<PackageService> Services);

/// <param name="Conditions">ICD-10 codes, any of which calls for it; with none and no age it is for every member.</param>
/// <param name="MinimumAge">In years, reached within the year.</param>
/// <param name="CountedBy">The entries that count as given.</param>
public sealed record PackageService(
    string Code,
    Label Label,
    int PerYear,
    IReadOnlyList<CountedEntry> CountedBy,
    string Source,
    IReadOnlyList<string>? Conditions = null,
    int? MinimumAge = null
)
{
    public bool IsFor(MemberSummary member, int year) =>
        (Conditions is null || member.Conditions.Any(code => Conditions.Contains(code, StringComparer.Ordinal)))
        && (MinimumAge is null || year - member.BornOn?.Year >= MinimumAge);
}
