using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Records.Photographs;

/// <param name="Reason">Such as that somebody else is on it.</param>
public sealed record PhotographRemovalRequest(string? Reason);

public enum RemovePhotographOutcome
{
    Removed,

    /// <summary>It was taken out before. Nothing changed.</summary>
    RemovedBefore,

    /// <summary>Neither its author nor the responsible physician. Nothing changed.</summary>
    NotAllowed,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record RemovePhotographResult(
    RemovePhotographOutcome Outcome,
    PhotographView? View = null,
    IReadOnlyList<FieldError>? Errors = null
);

/// <summary>
/// Takes a photograph out of the record, such as one of another person: that it was there, who took it out and why stays, the picture goes.
/// </summary>
public sealed class RemovePhotographHandler(
    HouseholdTable households,
    HouseholdChanges changes,
    PhotographTable photographs,
    TimeProvider clock
)
{
    private const int MaxReason = 100;

    public async Task<RemovePhotographResult> HandleAsync(
        PhotographKey key,
        PhotographRemovalRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var reason = TextCheck.Required(validationErrors, "reason", command.Reason, MaxReason);
        var now = clock.GetUtcNow();
        var removal = reason is null ? null : new PhotographRemoval(now, caller.AccountId, reason);
        // Decided before anything is written, and again with the commit.
        if (await households.ReadAsync(key.Household, cancellationToken) is not { } partition)
        {
            return new RemovePhotographResult(RemovePhotographOutcome.NotFound);
        }
        if (Decide(partition, key, removal, validationErrors, caller) is { Next: null, Outcome: var refused })
        {
            return refused;
        }

        await photographs.PutPendingAsync(key, now + CleanUpPhotographsHandler.RemovedWithin, cancellationToken);
        var changed = await changes.ChangeAsync(
            key.Household,
            read => Decide(read, key, removal, validationErrors, caller),
            cancellationToken
        );
        if (changed?.Outcome is { Outcome: RemovePhotographOutcome.Removed })
        {
            await photographs.DeleteAsync(key, cancellationToken);
            await AuditedCall.AfterwardsAsync(() => photographs.SettleAsync(key, CancellationToken.None));
        }
        return changed?.Outcome ?? new RemovePhotographResult(RemovePhotographOutcome.NotFound);
    }

    private static HouseholdUpdate<RemovePhotographResult> Decide(
        HouseholdPartition partition,
        PhotographKey key,
        PhotographRemoval? removal,
        ValidationErrors validationErrors,
        Caller caller
    )
    {
        var household = partition.Household;
        var present = MemberPhotographs.Of(partition, key.Member);
        if (!caller.MayCareFor(household) || present.Find(key.Id) is not { } photograph)
        {
            return Not(RemovePhotographOutcome.NotFound);
        }
        if (!photograph.IsPresent)
        {
            return Not(RemovePhotographOutcome.RemovedBefore, photograph);
        }
        if (photograph.By != caller.AccountId && (caller.PhysicianId is null || caller.PhysicianId != household.PhysicianId))
        {
            return Not(RemovePhotographOutcome.NotAllowed);
        }
        if (removal is null)
        {
            return HouseholdUpdate.None(new RemovePhotographResult(RemovePhotographOutcome.Invalid, Errors: validationErrors.Errors));
        }
        var removed = photograph.Removed(removal);
        return HouseholdUpdate.Of(
            new RemovePhotographResult(RemovePhotographOutcome.Removed, PhotographView.Of(removed)),
            household,
            MemberPhotographs.StoredAs.Of(key.Member).Put(present.With(removed))
        );
    }

    private static HouseholdUpdate<RemovePhotographResult> Not(RemovePhotographOutcome outcome, Photograph? photograph = null) =>
        HouseholdUpdate.None(new RemovePhotographResult(outcome, photograph is null ? null : PhotographView.Of(photograph)));
}
