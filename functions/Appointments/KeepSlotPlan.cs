using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Appointments;

public enum KeepSlotPlanOutcome
{
    /// <summary>It stands as sent; also where it stood so before.</summary>
    Kept,

    /// <summary>It was changed since the version given.</summary>
    ChangedMeanwhile,

    Invalid,
}

public sealed record KeepSlotPlanResult(KeepSlotPlanOutcome Outcome, SlotPlan Plan)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>Keeps a physician's plan of slots. What is booked stays booked, in the plan or out of it.</summary>
public sealed class KeepSlotPlanHandler(SlotPlanTable plans)
{
    public async Task<KeepSlotPlanResult> HandleAsync(PhysicianId physician, int version, EnterSlotPlan command, CancellationToken cancellationToken)
    {
        var (given, errors) = command.Check(version + 1);
        if (given is null) { return new KeepSlotPlanResult(KeepSlotPlanOutcome.Invalid, SlotPlan.None) { Errors = errors }; }
        return await ConflictRetry.RunAsync(async token =>
        {
            var (plan, etag) = await plans.FindAsync(physician, token);
            if (plan.SaysTheSameAs(given)) { return Attempt.Done(new KeepSlotPlanResult(KeepSlotPlanOutcome.Kept, plan)); }
            if (plan.Version != version) { return Attempt.Done(new KeepSlotPlanResult(KeepSlotPlanOutcome.ChangedMeanwhile, plan)); }
            return new Attempt<KeepSlotPlanResult>(await plans.TryWriteAsync(physician, given, etag, token), new KeepSlotPlanResult(KeepSlotPlanOutcome.Kept, given));
        }, cancellationToken);
    }
}
