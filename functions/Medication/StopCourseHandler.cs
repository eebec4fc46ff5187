using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>Ends a course, with the day and the reason. It stays on the list for a while, and in the record for ever.</summary>
public sealed class StopCourseHandler(HouseholdChanges changes, MedicationReview review, TimeProvider clock)
{
    private const int MaxReason = 100;

    public async Task<MedicationResult> HandleAsync(
        HouseholdId id,
        int member,
        string courseId,
        int version,
        StopCourseRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, courseId, version, request, caller, now),
            cancellationToken
        );
        return changed?.Outcome ?? new MedicationResult(MedicationOutcome.NotFound, null, []);
    }

    private HouseholdUpdate<MedicationResult> Decide(
        HouseholdPartition partition,
        int member,
        string courseId,
        int version,
        StopCourseRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        var (household, today) = (partition.Household, now.ToChinaDate());
        var list = MedicationList.Of(partition, member);
        if (
            !caller.MayCareFor(household)
            || list.Find(courseId) is not { } course
            || partition.Find(HealthRecord.StoredAs.Of(member)) is not { } record
        )
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.NotFound, null, []));
        }

        var view = review.ViewOf(household, list, record, today);
        var validationErrors = new ValidationErrors();
        var reason = TextCheck.Required(validationErrors, "reason", request.Reason, MaxReason);
        var on = request.On ?? course.Stopped?.On ?? today;
        if (on > today)
        {
            validationErrors.Add("on", "in-the-future");
        }
        else if (on < course.Since)
        {
            validationErrors.Add("on", "before-since");
        }
        if (validationErrors.Errors.Count > 0)
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.Invalid, null, validationErrors.Errors));
        }
        if (!PrescribingRules.MayChange(caller, course))
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.NotYours, view, []));
        }
        if (course.Stopped is { } stopped)
        {
            var isSame = stopped.On == on && stopped.Reason == reason;
            return HouseholdUpdate.None(new MedicationResult(isSame ? MedicationOutcome.Unchanged : MedicationOutcome.Stopped, view, []));
        }

        if (version != list.Version)
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.ChangedMeanwhile, view, []));
        }
        var discontinued = course with { Stopped = new Stop(on, reason!, caller.AccountId) };
        return MedicationChange.Of(partition, record, list, discontinued, "stopped", caller, now, review);
    }
}
