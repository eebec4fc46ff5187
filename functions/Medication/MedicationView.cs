using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>A member's medication as it is answered, with what the member is allergic to.</summary>
/// <param name="Version">The list's own.</param>
/// <param name="Allergies">Codes of list drugAllergy; left out where nobody has asked.</param>
/// <param name="Running">Newest first.</param>
/// <param name="Stopped">The last of them.</param>
/// <param name="Reviews">Running courses that a physician has to look at again, and why.</param>
public sealed record MedicationView(
    string HouseholdId,
    int Member,
    string Name,
    int Version,
    IReadOnlyList<string>? Allergies,
    string? AllergyOther,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Course> Running,
    IReadOnlyList<Course> Stopped,
    Adherence? LastAdherence,
    IReadOnlyList<CourseReview> Reviews
);
