using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>What has to be known of somebody before a drug is given.</summary>
/// <param name="Age">In full years; null where nobody knows it.</param>
/// <param name="Conditions">ICD-10 codes.</param>
/// <param name="Readings">The newest of each kind.</param>
internal sealed record Patient(int? Age, BasicInformation Known, IReadOnlyList<string> Conditions, IReadOnlyList<Reading> Readings)
{
    /// <summary>The allergies that are known, codes and words alike.</summary>
    public IReadOnlyList<string> Allergies => [.. (Known.DrugAllergies ?? []).Concat(Known.DrugAllergyOther is { } words ? [words] : [])];

    public static Patient Of(MemberSummary member, HealthRecord record, DateOnly today) =>
        new(
            member.AgeAt(today),
            record.BasicInformation,
            [.. record.Conditions.Select(condition => condition.Code)],
            record.LatestReadings
        );
}
