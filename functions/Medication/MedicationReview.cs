using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>
/// Whatever is new about a person is held against what the person takes: by the rules of prescribing, with every change of the household.
/// What nobody has answered for is the responsible physician's to look at, and goes when it is stopped, changed or answered for.
/// </summary>
public sealed class MedicationReview(PrescribingRules rules)
{
    public const string Kind = "medicationReview";
    private const string Reference = "list";

    /// <summary>Within which somebody should look; at an allergy at once.</summary>
    private const int DaysToReview = 3;

    /// <summary>How old the newest adherence may be to be used.</summary>
    private const int AdherenceDays = 200;

    /// <summary>The household with what has to be looked at.</summary>
    public Household Follow(HouseholdPartition after, Household next, DateTimeOffset now)
    {
        var today = now.ToChinaDate();
        return next with
        {
            Tasks = [.. next.Tasks.Where(task => task.Kind != Kind), .. next.PresentMembers.Select(TaskOf).OfType<HouseholdTask>()],
        };

        HouseholdTask? TaskOf(MemberSummary member)
        {
            var number = member.Number;
            if (
                after.Find(MedicationList.StoredAs.Of(number)) is not { } list
                || after.Find(HealthRecord.StoredAs.Of(number)) is not { } record
            )
            {
                return null;
            }
            var found = Of(list, Patient.Of(member, record, today), today);
            if (found.Count == 0)
            {
                return null;
            }
            var isUrgent = found.Any(review => review.Allergies.Count > 0);
            var waiting = next.Tasks.FirstOrDefault(task => task.Kind == Kind && task.Member == number && task.Urgent == isUrgent);
            var dueOn = waiting?.DueOn ?? today.AddDays(isUrgent ? 0 : DaysToReview);
            return new HouseholdTask(Kind, Reference, number, dueOn, isUrgent, next.PhysicianId);
        }
    }

    /// <returns>Null where the member is none of the household, or has no record yet.</returns>
    public MedicationView? ViewIn(HouseholdPartition partition, int member, DateOnly today)
    {
        var household = partition.Household;
        if (household.Members.All(person => person.Number != member) || partition.Find(HealthRecord.StoredAs.Of(member)) is not { } record)
        {
            return null;
        }
        return ViewOf(household, MedicationList.Of(partition, member), record, today);
    }

    public MedicationView ViewOf(Household household, MedicationList list, HealthRecord record, DateOnly today)
    {
        var member = household.Members.First(member => member.Number == list.Member);
        return new MedicationView(
            household.Id.Value,
            list.Member,
            member.Name,
            list.Version,
            record.BasicInformation.DrugAllergies,
            record.BasicInformation.DrugAllergyOther,
            record.Conditions,
            [.. list.RunningOn(today).OrderByDescending(course => course.Since)],
            [.. list.Courses.Where(course => !course.IsRunningOn(today)).OrderByDescending(course => course.Stopped?.On ?? course.Until)],
            record.LastAdherence is { } last && last.At.ToChinaDate() >= today.AddDays(-AdherenceDays) ? last : null,
            Of(list, Patient.Of(member, record, today), today)
        );
    }

    private List<CourseReview> Of(MedicationList list, Patient patient, DateOnly today) =>
        [
            .. list.RunningOn(today)
                .Select(course => (course.Id, Open: rules.Open(list, course, patient, today, byPhysicians: true)))
                .Where(review => !review.Open.IsNone)
                .Select(review => new CourseReview(
                    review.Id,
                    review.Open.Allergies,
                    review.Open.Duplicates,
                    review.Open.Cautions,
                    review.Open.IsUnrecognised,
                    review.Open.UnrecognisedAllergies
                )),
        ];
}
