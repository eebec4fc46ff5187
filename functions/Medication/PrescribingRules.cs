using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Medication;

/// <summary>What speaks against a course on a list; pure.</summary>
public sealed class PrescribingRules(Drugs drugs, AllergyCheck allergies)
{
    /// <summary>Whether the caller may change or stop the course: what a physician prescribed is the physicians', what comes from elsewhere is anybody's.</summary>
    public static bool MayChange(Caller caller, Course course) => caller.Role is Role.Physician || course.PhysicianId is null;

    /// <param name="before">The course as it is on the list; null where it is added.</param>
    public Warnings Against(MedicationList list, Course? before, Course course, BasicInformation known, DateOnly today)
    {
        // Another dose of a drug that was agreed on raises nothing new.
        if (before is not null && before.Drug.IsSameAs(course.Drug) && before.IsRunningOn(today)) { return Warnings.None with { Kept = before.Override }; }
        var others = list.RunningOn(today).Where(other => other.Id != course.Id).ToList();
        var groups = drugs.GroupsOf(course.Drug).Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        return new Warnings(
            allergies.Find(known, course.Drug),
            others.Any(other => other.Drug.IsSameAs(course.Drug)),
            [.. others.Where(other => drugs.GroupsOf(other.Drug).Any(group => groups.Contains(group.Code))).Select(other => other.Id)]);
    }
}

/// <param name="Allergies">Goes through only with a reason.</param>
/// <param name="IsThere">The same drug runs already: to be changed there. Nothing overrides it.</param>
/// <param name="Duplicates">Ids of running courses of the same group; goes through only with a reason.</param>
public sealed record Warnings(IReadOnlyList<AllergyHit> Allergies, bool IsThere, IReadOnlyList<string> Duplicates)
{
    public static Warnings None { get; } = new([], false, []);

    /// <summary>The reason that was given before, for what has not changed.</summary>
    public Override? Kept { get; init; }

    public bool NeedReason => Allergies.Count > 0 || Duplicates.Count > 0;
}

/// <summary>What was found, as it is answered.</summary>
public sealed record WarningsView(IReadOnlyList<AllergyHit> Allergies, IReadOnlyList<string> Duplicates);
