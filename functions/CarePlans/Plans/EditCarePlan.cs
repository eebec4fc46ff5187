using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What a plan is to say: all of it, for what is not sent is taken out.</summary>
public sealed record CarePlanRequest(
    IReadOnlyList<GoalRequest>? Goals,
    IReadOnlyList<ActivityRequest>? Activities,
    IReadOnlyList<FollowUpRequest>? FollowUps
);

/// <param name="Code">Made by who adds it.</param>
/// <param name="Text">In the physician's own words; left out, the measure speaks for itself.</param>
public sealed record GoalRequest(
    string? Code,
    string? Reading,
    Comparison? Comparison,
    decimal? Target,
    string? Unit,
    DateOnly? By,
    string? Text
);

/// <param name="Code">Made by who adds it.</param>
/// <param name="Text">What it is called, in the physician's own words.</param>
/// <param name="Instructions">To the family, in plain words.</param>
public sealed record ActivityRequest(
    string? Code,
    string? Kind,
    string? Discipline,
    int? EveryDays,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    string? Text,
    string? Instructions
);

public sealed record FollowUpRequest(string? Form, int? EveryDays, int? VisitsPerYear);

/// <summary>Changes a plan's goals, activities and visits, in the version that it was read in.</summary>
public sealed class EditCarePlanHandler(
    HouseholdChanges changes,
    CarePlanCheck check,
    CarePlanAnswers answers,
    Signatures signatures,
    TimeProvider clock
)
{
    public async Task<CarePlanResult> HandleAsync(
        HouseholdId id,
        int member,
        int version,
        CarePlanRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var signature = await signatures.OfAsync(caller, cancellationToken);
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, version, command, caller, now, signature),
            cancellationToken
        );
        return await answers.ForAsync(changed, version, caller, cancellationToken);
    }

    internal HouseholdUpdate<PlanOutcome> Decide(
        HouseholdPartition partition,
        int member,
        int version,
        CarePlanRequest command,
        Caller caller,
        DateTimeOffset now,
        Signature? signature = null
    )
    {
        if (PlanStepContext.For(partition, member, caller, PlanStep.Edit) is not { File: var file } hand)
        {
            return PlanOutcome.NotFound;
        }
        if (!hand.IsTheirs)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotYours, file);
        }
        var (content, errors) = check.Check(command, file.Plan, now.ToChinaDate());
        // The same request sent again after a lost answer is recognised as done.
        if (content is not null && StoredJson.IsSame(content, PlanContent.Of(file.Plan)))
        {
            return PlanOutcome.Refused(CarePlanOutcome.DoneBefore, file);
        }
        if (file.Plan.Version != version)
        {
            return PlanOutcome.Refused(CarePlanOutcome.ChangedMeanwhile, file);
        }
        if (hand.To is null)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotNow, file);
        }
        if (content is null)
        {
            return PlanOutcome.Refused(CarePlanOutcome.Invalid, file, errors);
        }
        var next = file.Edited(
            content,
            new RecordedStep(PlanStep.Edit, caller.AccountId, caller.PhysicianId!, now) { Signature = signature }
        );
        return next.Commit(PlanOutcome.Done(next), file, partition, entry: null);
    }
}
