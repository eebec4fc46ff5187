using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

/// <summary>Claims a slot for a booking: first the slot, then the household, so that no slot is ever promised twice.</summary>
public sealed class SlotClaims(
    SlotPlanTable plans,
    AppointmentTable appointments,
    Roster roster,
    CheckClaimHandler checks,
    TimeProvider clock
)
{
    /// <summary>A plan of the week changes; nobody promises what is further away.</summary>
    private const int DaysAhead = 60;

    /// <summary>The longest slot: what begins earlier does not reach into this one.</summary>
    private static readonly TimeSpan MaxSlot = TimeSpan.FromHours(4);

    /// <returns>The slot; null with errors where there is no such slot to be had.</returns>
    internal async Task<Slot?> FindAsync(
        ValidationErrors validationErrors,
        Household household,
        string? physicianId,
        DateTimeOffset? start,
        CancellationToken cancellationToken
    )
    {
        if (!PhysicianId.TryParse(physicianId, out var physician) || !await MayReceiveAsync(household, physician, cancellationToken))
        {
            validationErrors.Add("physicianId", "appointment-physician");
        }
        if (start is null)
        {
            validationErrors.Add("start", "required");
        }
        if (validationErrors.Errors.Count > 0)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        if (start <= now || start!.Value.ToChinaDate() > now.ToChinaDate().AddDays(DaysAhead))
        {
            validationErrors.Add("start", "slot-time", DaysAhead);
            return null;
        }

        var (plan, _) = await plans.FindAsync(physician, cancellationToken);
        if (plan.At(start.Value) is { } slot)
        {
            return slot;
        }
        validationErrors.Add("start", "slot-none");
        return null;
    }

    /// <returns>False when another booking holds the slot, or one that lies across it.</returns>
    public async Task<bool> TryClaimAsync(CaseKey key, string physicianId, Slot slot, string name, CancellationToken cancellationToken)
    {
        if (!PhysicianId.TryParse(physicianId, out var physician))
        {
            return false;
        }
        var near = await appointments.ListAsync(physician, slot.Start - MaxSlot, slot.End, cancellationToken);
        if (near.Any(other => other.Start != slot.Start && slot.Start < other.End))
        {
            return false;
        }
        await checks.AnnounceAsync(key, new RequestedSlot(physicianId, slot.Start), cancellationToken);
        return await appointments.TryClaimAsync(
            new SlotClaim(physicianId, slot.Start, slot.Minutes, slot.Place, key.Id, key.Household, key.Member, clock.GetUtcNow(), name),
            cancellationToken
        );
    }

    /// <summary>
    /// Releases the slot that the booking holds, and no other's. Where this fails, the announced check releases it.
    /// </summary>
    public async Task ReleaseAsync(CaseKey key, RequestedSlot slot, CancellationToken cancellationToken)
    {
        if (
            await appointments.FindAsync(slot.PhysicianId, slot.Start, cancellationToken) is { } held
            && held.Claim.AppointmentId == key.Id
            && held.Claim.Household == key.Household
        )
        {
            await appointments.TryReleaseAsync(held, cancellationToken);
        }
    }

    private async Task<bool> MayReceiveAsync(Household household, PhysicianId physician, CancellationToken cancellationToken) =>
        (await roster.ForVillageAsync(household.VillageCode, cancellationToken)).Any(candidate =>
            candidate.Id == physician && candidate.State is PhysicianState.Active && candidate.Serves(household.VillageCode)
        );
}
