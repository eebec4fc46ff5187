using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>A member's medication as it is answered, with what the member is allergic to.</summary>
/// <param name="Version">The list's own.</param>
/// <param name="Allergies">Codes of list drugAllergy; left out where nobody has asked.</param>
/// <param name="Running">Newest first.</param>
/// <param name="Stopped">The last of them.</param>
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
    Adherence? LastAdherence)
{
    public static MedicationView Of(Household household, MedicationList list, HealthRecord record, Adherence? adherence, DateOnly today) => new(
        household.Id.Value,
        list.Member,
        household.Members.First(member => member.Number == list.Member).Name,
        list.Version,
        record.BasicInformation.DrugAllergies,
        record.BasicInformation.DrugAllergyOther,
        record.Conditions,
        [.. list.RunningOn(today).OrderByDescending(course => course.Since)],
        [.. list.Courses.Where(course => !course.IsRunningOn(today)).OrderByDescending(course => course.Stopped?.On ?? course.Until)],
        adherence);
}

/// <summary>How regularly the medicine was taken, as the last visit found it.</summary>
public sealed record Adherence(DateTimeOffset At, JsonElement Value);
