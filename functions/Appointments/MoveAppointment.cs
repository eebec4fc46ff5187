using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

/// <param name="PhysicianId">Left out where it stays with the same physician.</param>
public sealed record MoveAppointmentRequest(string? PhysicianId = null, DateTimeOffset? Start = null);

/// <summary>Moves an appointment: claims the new slot, commits the household, releases the old slot.</summary>
public sealed class MoveAppointmentHandler(
    HouseholdTable households,
    Cases<Appointment> cases,
    AppointmentChanges changes,
    SlotClaims slots,
    CheckClaimHandler checks
)
{
    public async Task<AppointmentResult> HandleAsync(
        CaseKey key,
        MoveAppointmentRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (
            await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }
            || !caller.MayCareFor(household)
            || await cases.FindAsync(key, cancellationToken) is not { } stored
        )
        {
            return new AppointmentResult(AppointmentOutcome.NotFound);
        }

        if (stored.IsOver)
        {
            return new AppointmentResult(AppointmentOutcome.IsOver, AppointmentView.Of(household, stored));
        }
        var physician = command.PhysicianId ?? stored.PhysicianId;
        if (command.Start is { } start && stored.IsAt(physician, start))
        {
            return new AppointmentResult(AppointmentOutcome.DoneBefore, AppointmentView.Of(household, stored));
        }
        var validationErrors = new ValidationErrors();
        if (await slots.FindAsync(validationErrors, household, physician, command.Start, cancellationToken) is not { } slot)
        {
            return new AppointmentResult(AppointmentOutcome.Invalid) { Errors = validationErrors.Errors };
        }
        var name = household.Members.Single(member => member.Number == key.Member).Name;
        if (!await slots.TryClaimAsync(key, physician, slot, name, cancellationToken))
        {
            return new AppointmentResult(AppointmentOutcome.SlotTaken, AppointmentView.Of(household, stored));
        }

        await checks.AnnounceAsync(key, new RequestedSlot(stored.PhysicianId, stored.Start), cancellationToken);
        var result = await changes.ChangeAsync(
            key,
            caller,
            (appointment, now) => Decide(appointment, physician, slot, caller, now),
            cancellationToken
        );
        if (result.Outcome is AppointmentOutcome.Done)
        {
            await slots.ReleaseAsync(key, result.Left!, cancellationToken);
        }
        else if (result.Outcome is not AppointmentOutcome.DoneBefore)
        {
            await slots.ReleaseAsync(key, new RequestedSlot(physician, slot.Start), cancellationToken);
        }
        return result;
    }

    private static AppointmentChange Decide(Appointment appointment, string physician, Slot slot, Caller caller, DateTimeOffset now)
    {
        if (appointment.IsOver)
        {
            return new AppointmentChange(AppointmentOutcome.IsOver);
        }
        // The same request twice at once: the other was quicker.
        if (appointment.IsAt(physician, slot.Start))
        {
            return new AppointmentChange(AppointmentOutcome.DoneBefore);
        }
        var next = appointment with
        {
            PhysicianId = physician,
            Start = slot.Start,
            Minutes = slot.Minutes,
            Place = slot.Place,
            Moves = appointment.Moves + 1,
        };
        return new AppointmentChange(
            AppointmentOutcome.Done,
            next,
            AppointmentEntries.Moved(next, now, caller.AccountId),
            AppointmentReminders.Moved(next)
        );
    }
}
