using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;
using Alleviation.Functions.Reminders;

namespace Alleviation.Functions.Appointments;

/// <summary>How an appointment is changed: one household commit, with the task, the access and the entry that follow.</summary>
public sealed class AppointmentChanges(HouseholdChanges changes, CaseTable cases, FieldSealer sealer, GuestPeriods guests)
{
    private const int Attempts = 5;

    /// <param name="decide">Pure: of the appointment as it stands, to come or over, the outcome, and where it is Done the next and its entry.</param>
    internal async Task<AppointmentResult> ChangeAsync(
        CaseKey key, Caller caller, Func<Appointment, AppointmentChange> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await cases.FindAsync<Appointment>(key.Household, AppointmentRow.Kind, key.Member, key.Id, cancellationToken) is not { } stored)
            {
                return new AppointmentResult(AppointmentOutcome.NotFound);
            }

            var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, stored, key, caller, decide), cancellationToken);
            if (changed?.Outcome is { } result) { return result; }
        }

        throw new ChangedMeanwhileException();
    }

    /// <returns>An outcome of null where it ended since it was read, so that it has to be read again.</returns>
    private Decision<AppointmentResult?> Decide(
        HouseholdPartition partition, Appointment stored, CaseKey key, Caller caller, Func<Appointment, AppointmentChange> decide)
    {
        var household = partition.Household;
        // What is over is as it was read: nothing changes it again.
        if ((AppointmentRow.Find(partition, key, sealer) ?? (stored.IsOver ? stored : null)) is not { } appointment) { return Decision.Nothing<AppointmentResult?>(null); }
        var change = decide(appointment);
        var isOpen = IsOpenTo(caller, household, appointment);
        // Who noted that the patient came, and so ended what let him in, may send it again.
        if (!isOpen && !(change.Outcome is AppointmentOutcome.DoneBefore && caller.PhysicianId == appointment.PhysicianId))
        {
            return Decision.Nothing<AppointmentResult?>(new AppointmentResult(AppointmentOutcome.NotFound));
        }

        if (change is not { Next: { } next, Entry: { } entry })
        {
            return Decision.Nothing<AppointmentResult?>(new AppointmentResult(change.Outcome, isOpen ? AppointmentView.Of(household, appointment) : null));
        }

        var entered = NewEntry.In(partition, household.With(next, guests), entry, sealer);
        var isStillOpen = IsOpenTo(caller, entered.Household, next);
        var result = new AppointmentResult(AppointmentOutcome.Done, isStillOpen ? AppointmentView.Of(entered.Household, next) : null)
        {
            Left = new AskedSlot(appointment.PhysicianId, appointment.Start),
        };
        return Decision.Change<AppointmentResult?>(result, entered.Household, [.. entered.Rows, AppointmentRow.Write(household.Id, next, sealer)]) with
        {
            Gone = next.IsOver ? [AppointmentRow.OpenKey(next)] : [],
            Reminders = change.Reminder is { } reminder ? [reminder] : [],
        };
    }

    // Of a guest, the own appointment alone.
    private static bool IsOpenTo(Caller caller, Household household, Appointment appointment) =>
        caller.MayCareFor(household) || (caller.PhysicianId == appointment.PhysicianId && caller.MaySee(household, appointment.Member));
}

internal sealed record AppointmentChange(AppointmentOutcome Outcome, Appointment? Next = null, Entry? Entry = null, Reminder? Reminder = null);
