using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Appointments;

public enum SaveSlotPlanOutcome
{
    /// <summary>It stands as sent; also where it stood so before.</summary>
    Kept,

    /// <summary>It was changed since the version given.</summary>
    ChangedMeanwhile,

    Invalid,
}

public sealed record SaveSlotPlanResult(SaveSlotPlanOutcome Outcome, SlotPlan Plan)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>Keeps a physician's plan of slots. What is booked stays booked, in the plan or out of it.</summary>
public sealed class SaveSlotPlanHandler(SlotPlanTable plans)
{
    public async Task<SaveSlotPlanResult> HandleAsync(
        PhysicianId physician,
        int version,
        SlotPlanRequest command,
        CancellationToken cancellationToken
    )
    {
        var (next, errors) = command.Check(version + 1);
        if (next is null)
        {
            return new SaveSlotPlanResult(SaveSlotPlanOutcome.Invalid, SlotPlan.None) { Errors = errors };
        }
        return await ConflictRetry.RunAsync(
            async token =>
            {
                var (plan, etag) = await plans.FindAsync(physician, token);
                if (StoredJson.IsSame(plan with { Version = next.Version }, next))
                {
                    return Attempt.Done(new SaveSlotPlanResult(SaveSlotPlanOutcome.Kept, plan));
                }
                if (plan.Version != version)
                {
                    return Attempt.Done(new SaveSlotPlanResult(SaveSlotPlanOutcome.ChangedMeanwhile, plan));
                }
                return new Attempt<SaveSlotPlanResult>(
                    await plans.TryWriteAsync(physician, next, etag, token),
                    new SaveSlotPlanResult(SaveSlotPlanOutcome.Kept, next)
                );
            },
            cancellationToken
        );
    }
}
