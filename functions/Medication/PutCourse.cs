using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>Adds a course to a member's list, or changes one that is there; allergies and doubles are held against it first.</summary>
public sealed class PutCourseHandler(
    HouseholdChanges changes, ThreadTable threads, CourseCheck check, PrescribingRules rules, FieldSealer sealer, TimeProvider clock)
{
    public async Task<MedicationResult> HandleAsync(
        HouseholdId id, int member, string courseId, int version, EnterCourse given, Caller caller, CancellationToken cancellationToken)
    {
        // A thread that is over is not read with the household.
        var over = Platform.Http.ClientMadeId.IsOne(given.Thread ?? "") ? await threads.FindOverAsync(id, member, given.Thread!, cancellationToken) : null;
        var changed = await changes.ChangeAsync(id, partition => Decide(partition, member, courseId, version, given, over, caller), cancellationToken);
        return changed?.Outcome ?? new MedicationResult(MedicationOutcome.NotFound, null, []);
    }

    private Decision<MedicationResult> Decide(
        HouseholdPartition partition, int member, string courseId, int version, EnterCourse given, ConsultationThread? over, Caller caller)
    {
        var (household, today) = (partition.Household, clock.Today());
        if (!caller.MayCareFor(household)
            || household.PresentMembers.All(one => one.Number != member)
            || RecordRow.Find(partition, member, sealer) is not { } record) { return Nothing(MedicationOutcome.NotFound); }

        var findings = new Findings();
        var list = MedicationRow.Of(partition, member, sealer);
        var before = list.Find(courseId);
        var course = check.Check(findings, courseId, given, record, before, caller, today);
        if (course is null) { return Decision.Nothing(new MedicationResult(MedicationOutcome.Invalid, null, findings.Errors)); }
        if (before is not null && !PrescribingRules.MayChange(caller, before)) { return Nothing(MedicationOutcome.NotYours, list, household, record, today); }
        if (before is not null && course.Elsewhere is null) { course = course with { PhysicianId = before.PhysicianId ?? course.PhysicianId }; }
        if (before?.AsEntered().Equals(course.AsEntered()) == true) { return Nothing(MedicationOutcome.Unchanged, list, household, record, today); }
        if (version != list.Version) { return Nothing(MedicationOutcome.ChangedMeanwhile, list, household, record, today); }
        if (before?.Stopped is not null) { return Nothing(MedicationOutcome.Stopped, list, household, record, today); }
        if (given.Thread is { Length: > 0 } thread)
        {
            if ((ThreadRow.Find(partition, member, thread, sealer) ?? over) is not { } about) { return Decision.Nothing(new MedicationResult(MedicationOutcome.Invalid, null, [new("thread", "unknown-value")])); }
            if (about.CannotDiagnoseOnline) { return Nothing(MedicationOutcome.NotOnline, list, household, record, today); }
        }

        if (list.RunningOn(today).Count(other => other.Id != courseId) >= MedicationList.MostRunning) { return Nothing(MedicationOutcome.TooMany, list, household, record, today); }
        var warnings = rules.Against(list, before, course, record.BasicInformation, today);
        if (warnings.IsThere) { return Nothing(MedicationOutcome.DrugTwice, list, household, record, today); }
        if (warnings.NeedReason && course.Override is null)
        {
            var outcome = warnings.Allergies.Count > 0 ? MedicationOutcome.Allergy : MedicationOutcome.GroupTwice;
            return Decision.Nothing(new MedicationResult(outcome, null, [], new WarningsView(warnings.Allergies, warnings.Duplicates)));
        }

        course = course with { Override = warnings.NeedReason ? course.Override! with { Allergies = warnings.Allergies, Duplicates = warnings.Duplicates } : warnings.Kept ?? course.Override };
        return MedicationChange.Of(partition, record, list, course, before is null ? "added" : "changed", caller, clock.GetUtcNow(), sealer);
    }

    private static Decision<MedicationResult> Nothing(MedicationOutcome outcome) => Decision.Nothing(new MedicationResult(outcome, null, []));

    private static Decision<MedicationResult> Nothing(MedicationOutcome outcome, MedicationList list, Household household, HealthRecord record, DateOnly today) =>
        Decision.Nothing(new MedicationResult(outcome, MedicationView.Of(household, list, record, null, today), []));
}
