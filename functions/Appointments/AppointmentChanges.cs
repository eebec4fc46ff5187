using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Appointments;

/// <summary>How an appointment is changed: one household commit, with the task, the access and the entry that follow.</summary>
public sealed class AppointmentChanges(Cases<Appointment> cases, GuestPeriods guests, TimeProvider clock)
{
    /// <param name="decide">Pure: of the appointment as it stands, to come or over, the outcome, and where it is Done the next and its
    /// entry.</param>
    internal async Task<AppointmentResult> ChangeAsync(
        CaseKey key,
        Caller caller,
        Func<Appointment, DateTimeOffset, AppointmentChange> decide,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var changed = await cases.ChangeAsync(
            key,
            (partition, appointment) => Decide(partition, appointment, caller, stored => decide(stored, now)),
            cancellationToken
        );
        return changed?.Outcome ?? new AppointmentResult(AppointmentOutcome.NotFound);
    }

    private HouseholdUpdate<AppointmentResult> Decide(
        HouseholdPartition partition,
        Appointment appointment,
        Caller caller,
        Func<Appointment, AppointmentChange> decide
    )
    {
        var household = partition.Household;
        var change = decide(appointment);
        var isOpen = IsOpenTo(caller, household, appointment);
        // Noting that the patient came ends the physician's access; the same request may still be sent again.
        if (!isOpen && !(change.Outcome is AppointmentOutcome.DoneBefore && caller.PhysicianId == appointment.PhysicianId))
        {
            return HouseholdUpdate.None(new AppointmentResult(AppointmentOutcome.NotFound));
        }

        if (change is not { Next: { } next, Entry: { } entry })
        {
            return HouseholdUpdate.None(new AppointmentResult(change.Outcome, isOpen ? AppointmentView.Of(household, appointment) : null));
        }

        var entered = NewEntry.In(partition, household.With(next, guests), entry);
        var isStillOpen = IsOpenTo(caller, entered.Household, next);
        var result = new AppointmentResult(AppointmentOutcome.Done, isStillOpen ? AppointmentView.Of(entered.Household, next) : null)
        {
            Left = new RequestedSlot(appointment.PhysicianId, appointment.Start),
        };
        return HouseholdUpdate.Of(result, entered.Household, [.. entered.Changes, .. Appointment.StoredAs.Next(next)]) with
        {
            Reminders = change.Reminder is { } reminder ? [reminder] : [],
        };
    }

    // Of a guest, the own appointment alone.
    private static bool IsOpenTo(Caller caller, Household household, Appointment appointment) =>
        caller.MayCareFor(household) || (caller.PhysicianId == appointment.PhysicianId && caller.MaySee(household, appointment.Member));
}

internal sealed record AppointmentChange(
    AppointmentOutcome Outcome,
    Appointment? Next = null,
    Entry? Entry = null,
    Reminder? Reminder = null
);
