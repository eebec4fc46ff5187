using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>
/// Adds a course to a member's list, or changes one that is there; what speaks against it is asked about first. The same course sent with
/// a reason answers for what has become known since.
/// </summary>
public sealed class SaveCourseHandler(
    HouseholdChanges changes,
    Cases<Consultation> consultations,
    CourseCheck check,
    PrescribingRules rules,
    MedicationReview review,
    TimeProvider clock
)
{
    public async Task<MedicationResult> HandleAsync(
        HouseholdId id,
        int member,
        string courseId,
        int version,
        CourseRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        // A consultation that is over is not read with the household.
        var past =
            request.Consultation is { } consultation && ClientId.IsOne(consultation)
                ? await consultations.FindPastAsync(new CaseKey(id, member, consultation), cancellationToken)
                : null;
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, courseId, version, request, past, caller, now),
            cancellationToken
        );
        return changed?.Outcome ?? new MedicationResult(MedicationOutcome.NotFound, null, []);
    }

    private HouseholdUpdate<MedicationResult> Decide(
        HouseholdPartition partition,
        int member,
        string courseId,
        int version,
        CourseRequest request,
        Consultation? past,
        Caller caller,
        DateTimeOffset now
    )
    {
        var (household, today) = (partition.Household, now.ToChinaDate());
        if (
            !caller.MayCareFor(household)
            || household.PresentMembers.FirstOrDefault(present => present.Number == member) is not { } person
            || partition.Find(HealthRecord.StoredAs.Of(member)) is not { } record
        )
        {
            return Nothing(MedicationOutcome.NotFound);
        }

        var validationErrors = new ValidationErrors();
        var list = MedicationList.Of(partition, member);
        var before = list.Find(courseId);
        var course = check.Check(validationErrors, courseId, request, record, before, caller, today);
        if (course is null)
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.Invalid, null, validationErrors.Errors));
        }
        if (before is not null && !PrescribingRules.MayChange(caller, before))
        {
            return Refused(MedicationOutcome.NotYours);
        }
        if (before is not null && course.Elsewhere is null)
        {
            course = course with { PhysicianId = before.PhysicianId ?? course.PhysicianId };
        }
        var patient = Patient.Of(person, record, today);
        var isSame = before is not null && StoredJson.IsSame(before.AsEntered(), course.AsEntered());
        // What was answered for of a drug stays so, whatever its dose; of another drug nothing was.
        var isKept = before is not null && before.Drug.IsSameAs(course.Drug) && before.IsRunningOn(today);
        var asBefore = course with { Override = isKept ? before!.Override : null, Acknowledged = isKept ? before!.Acknowledged : null };
        var open = rules.Open(list, asBefore, patient, today, byPhysicians: caller.Role is Role.Physician);
        var answers = (open.NeedReason && course.Override is not null) || (open.IsUnchecked && request.AcknowledgeUnrecognised);
        if (isSame && !answers)
        {
            return Refused(MedicationOutcome.Unchanged);
        }
        if (version != list.Version)
        {
            return Refused(MedicationOutcome.ChangedMeanwhile);
        }
        if (before?.Stopped is not null)
        {
            return Refused(MedicationOutcome.Stopped);
        }
        // To take over what comes from elsewhere, or to change a drug for another question, is to prescribe.
        var isContinued =
            isKept && before!.Consultation == course.Consultation && (before.Elsewhere is null || course.Elsewhere is not null);
        if (!isContinued && NotOnline(partition, record, course, past) is { } refusal)
        {
            return HouseholdUpdate.None(refusal);
        }
        var others = list.RunningOn(today).Count(other => other.Id != courseId);
        if (others >= MedicationList.MaxRunning)
        {
            return Refused(MedicationOutcome.TooMany);
        }
        if (open.IsThere && !isSame)
        {
            return Refused(MedicationOutcome.DrugTwice);
        }
        if (Unanswered(open, course, request) is { } outcome)
        {
            return HouseholdUpdate.None(new MedicationResult(outcome, null, [], open.View));
        }

        course = course with
        {
            Override = open.NeedReason
                ? Answer(rules.Against(list, course, patient, today), course.Override!.Reason, caller)
                : asBefore.Override ?? course.Override,
            Acknowledged = open.IsUnchecked ? new Acknowledgement(caller.PhysicianId, patient.Allergies) : asBefore.Acknowledged,
        };
        var action =
            before is null ? "added"
            : isSame ? "reviewed"
            : "changed";
        return MedicationChange.Of(partition, record, list, course, action, caller, now, review);

        HouseholdUpdate<MedicationResult> Refused(MedicationOutcome outcome) =>
            HouseholdUpdate.None(new MedicationResult(outcome, review.ViewOf(household, list, record, today), []));
    }

    private static MedicationOutcome? Unanswered(Warnings open, Course course, CourseRequest request) =>
        open switch
        {
            { Allergies.Count: > 0 } when course.Override is null => MedicationOutcome.Allergy,
            { Cautions.Count: > 0 } when course.Override is null => MedicationOutcome.Caution,
            { Duplicates.Count: > 0 } when course.Override is null => MedicationOutcome.GroupTwice,
            { IsUnchecked: true } when !request.AcknowledgeUnrecognised => MedicationOutcome.Unrecognised,
            _ => null,
        };

    private static Override Answer(Warnings all, string reason, Caller caller) =>
        new(reason, all.Allergies, all.Duplicates, caller.PhysicianId) { Cautions = all.Cautions };

    /// <summary>
    /// 互联网诊疗管理办法(试行) 2018: online, care for a diagnosed condition is continued and nothing else. What comes from elsewhere is not
    /// prescribed here, only written down.
    /// </summary>
    private static MedicationResult? NotOnline(HouseholdPartition partition, HealthRecord record, Course course, Consultation? past)
    {
        var about = course.Consultation is { } id
            ? Consultation.StoredAs.FindOpen(partition, new CaseKey(partition.Household.Id, record.Member, id)) ?? past
            : null;
        if (course.Consultation is not null && about is null)
        {
            return Invalid("consultation", "unknown-value");
        }
        if (about is { IsUndiagnosed: true })
        {
            return new MedicationResult(MedicationOutcome.NotOnline, null, []);
        }
        if (course.Elsewhere is not null)
        {
            return null;
        }
        var open = Consultation.StoredAs.OpenOf(partition, record.Member);
        // A question about nothing that was diagnosed is not got round by leaving its id out.
        var asksToday = about is not null || open.Any(consultation => consultation.Condition is null);
        var treated = about?.Condition ?? course.Condition;
        if (!asksToday || record.Conditions.Any(condition => condition.Code == treated))
        {
            return null;
        }
        return record.Conditions.Count > 0
            ? Invalid("condition", "condition-online")
            : new MedicationResult(MedicationOutcome.NotOnline, null, []);
    }

    private static MedicationResult Invalid(string field, string code) =>
        new(MedicationOutcome.Invalid, null, [new FieldError(field, code)]);

    private static HouseholdUpdate<MedicationResult> Nothing(MedicationOutcome outcome) =>
        HouseholdUpdate.None(new MedicationResult(outcome, null, []));
}
