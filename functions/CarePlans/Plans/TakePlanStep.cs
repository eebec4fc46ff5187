using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans.Plans;

/// <param name="Reason">In the physician's own words. Completing, cancelling, withdrawing and declining a revision need one, and deciding
/// without an opinion that was asked.</param>
public sealed record PlanStepRequest(string? Reason);

/// <summary>
/// The steps that the responsible physician takes with a plan as it is: submit, decide, revise, withdraw, keep, complete, cancel, restart.
/// </summary>
public sealed class TakePlanStepHandler(
    HouseholdChanges changes,
    CarePlanAnswers answers,
    PlanDrafting drafting,
    Signatures signatures,
    TimeProvider clock
)
{
    private const int MaxReason = 500;

    public async Task<CarePlanResult> HandleAsync(
        HouseholdId id,
        int member,
        PlanStep step,
        int version,
        PlanStepRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var validationErrors = new ValidationErrors();
        var taken = new RecordedStep(
            step,
            caller.AccountId,
            caller.PhysicianId ?? "",
            now,
            TextCheck.Optional(validationErrors, "reason", command.Reason, MaxReason)
        )
        {
            Signature = await signatures.OfAsync(caller, cancellationToken),
        };
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, version, taken, validationErrors, caller),
            cancellationToken
        );
        return await answers.ForAsync(changed, version, caller, cancellationToken);
    }

    internal HouseholdUpdate<PlanOutcome> Decide(
        HouseholdPartition partition,
        int member,
        int version,
        RecordedStep taken,
        ValidationErrors validationErrors,
        Caller caller
    )
    {
        if (PlanStepContext.For(partition, member, caller, taken.Step) is not { File: var file } hand)
        {
            return PlanOutcome.NotFound;
        }
        if (!hand.IsTheirs)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotYours, file);
        }
        if (IsTaken(file.Plan, version, taken))
        {
            return PlanOutcome.Refused(CarePlanOutcome.DoneBefore, file);
        }
        if (file.Plan.Version != version)
        {
            return PlanOutcome.Refused(CarePlanOutcome.ChangedMeanwhile, file);
        }
        if (hand.To is not { } to)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotNow, file);
        }
        if (validationErrors.Errors.Count > 0)
        {
            return PlanOutcome.Refused(CarePlanOutcome.Invalid, file, validationErrors.Errors);
        }
        var missing = taken.Step is PlanStep.Decide ? file.Missing(partition.Household) : [];
        // Nobody was asked about a draft: who was not heard stands in the record, and needs no reason.
        IReadOnlyList<string> asked = file.Plan.Status is CarePlanStatus.Draft ? [] : missing;
        if (taken.Reason is null && WhyReason(taken.Step, asked) is { } code)
        {
            return PlanOutcome.Refused(CarePlanOutcome.Invalid, file, new Platform.Http.FieldError("reason", code));
        }

        var today = taken.At.ToChinaDate();
        if (taken.Step is PlanStep.Restart)
        {
            // Where no pathway applies, there is no plan to begin.
            if (DraftFor(partition, member, today) is not { } draft)
            {
                return PlanOutcome.Refused(CarePlanOutcome.NotNow, file);
            }
            var restarted = file.Restarted(taken, to, draft);
            return restarted.Commit(PlanOutcome.Done(restarted), file, partition, EntryOf(restarted.Plan));
        }

        var next = file.After(taken with { Missing = missing }, to, today);
        var rest = taken.Step is PlanStep.Keep ? PlanTasks.WithoutProposalFor(partition.Household, member) : partition.Household;
        return next.Commit(PlanOutcome.Done(next), file, partition, EntryOf(next.Plan), rest);
    }

    private MemberCare? DraftFor(HouseholdPartition partition, int number, DateOnly today) =>
        partition.Household.PresentMembers.FirstOrDefault(person => person.Number == number) is { } member
        && partition.Find(HealthRecord.StoredAs.Of(number)) is { } record
            ? drafting.For(member, record, today)
            : null;

    /// <summary>The same step, sent again for the same version after an answer that was lost.</summary>
    private static bool IsTaken(CarePlan plan, int version, RecordedStep taken) =>
        plan.Version == version + 1 && plan.Made is { } made && (made.Step, made.By, made.Reason) == (taken.Step, taken.By, taken.Reason);

    private static string? WhyReason(PlanStep step, IReadOnlyList<string> missing) =>
        step switch
        {
            PlanStep.Complete or PlanStep.Cancel or PlanStep.Withdraw or PlanStep.Keep => "required",
            PlanStep.Decide when missing.Count > 0 => "opinions-missing",
            _ => null,
        };

    private static Entry EntryOf(CarePlan plan) =>
        new(plan.Member, plan.Made!.At, CarePlanEntries.Step, $"v{plan.Version}", plan.Made.By)
        {
            Reference = JsonNamingPolicy.CamelCase.ConvertName(plan.Made.Step.ToString()),
            Note = plan.Made.Reason,
            Facts = CarePlanEntries.Facts(
                ("version", plan.Version),
                ("status", plan.Status.ToStored()),
                ("missingOpinions", plan.Made.Missing)
            ),
        };
}
