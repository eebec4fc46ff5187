using Alleviation.Functions.Access;

namespace Alleviation.Functions.Medication;

/// <summary>
/// What speaks against a course on a list; pure. The same is asked when it is written and whenever something else is known of the person:
/// there is no other check.
/// </summary>
public sealed class PrescribingRules(Drugs drugs, AllergyCheck allergies, DrugCautions cautions)
{
    /// <summary>
    /// Whether the caller may change or stop the course: what a physician prescribed is the physicians', what comes from elsewhere is
    /// anybody's.
    /// </summary>
    public static bool MayChange(Caller caller, Course course) => caller.Role is Role.Physician || course.PhysicianId is null;

    /// <summary>All that speaks against it, whatever somebody has answered for.</summary>
    internal Warnings Against(MedicationList list, Course course, Patient patient, DateOnly today)
    {
        var others = list.RunningOn(today).Where(other => other.Id != course.Id).ToList();
        var groups = drugs.GroupsOf(course.Drug).Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        return new Warnings(
            allergies.Find(patient.Known, course.Drug),
            others.Any(other => other.Drug.IsSameAs(course.Drug)),
            [.. others.Where(other => drugs.GroupsOf(other.Drug).Any(group => groups.Contains(group.Code))).Select(other => other.Id)]
        )
        {
            Cautions = cautions.Find(course.Drug, patient, others),
            IsUnrecognised = !drugs.Recognises(course.Drug),
            UnrecognisedAllergies = allergies.Unrecognised(patient.Known),
        };
    }

    /// <summary>What speaks against it that nobody has answered for.</summary>
    /// <param name="course">With the reason that was given before, if any.</param>
    /// <param name="byPhysicians">Only a physician's reason counts: what others write down is a physician's to look at.</param>
    internal Warnings Open(MedicationList list, Course course, Patient patient, DateOnly today, bool byPhysicians)
    {
        var all = Against(list, course, patient, today);
        if (all is { IsNone: true, IsThere: false })
        {
            return all;
        }
        var own = course.Answered(byPhysicians);
        var others = list.RunningOn(today)
            .Where(other => other.Id != course.Id)
            .ToDictionary(other => other.Id, other => other.Answered(byPhysicians));
        var isSeen =
            course.Acknowledged is { } seen
            && course.Counts(seen.PhysicianId, byPhysicians)
            && !patient.Allergies.Except(seen.Allergies, StringComparer.Ordinal).Any();
        return all with
        {
            Allergies = [.. all.Allergies.Where(hit => own?.Allergies.Contains(hit) is not true)],
            // What was answered for on one of two drugs is answered for on the other.
            Duplicates = [.. all.Duplicates.Where(id => own?.Duplicates.Contains(id) is not true && !IsDuplicateThere(id))],
            Cautions = [.. all.Cautions.Where(hit => own?.Cautions.Contains(hit) is not true && !IsAnsweredThere(hit))],
            IsUnrecognised = all.IsUnrecognised && !isSeen,
            UnrecognisedAllergies = isSeen ? [] : all.UnrecognisedAllergies,
        };

        bool IsDuplicateThere(string id) => others[id]?.Duplicates.Contains(course.Id) is true;

        bool IsAnsweredThere(CautionHit hit) =>
            hit.With is { } with && others[with]?.Cautions.Contains(hit with { With = course.Id }) is true;
    }
}
