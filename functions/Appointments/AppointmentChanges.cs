using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Appointments;

/// <summary>How an appointment is changed: one household commit, with the task, the access and the entry that follow.</summary>
public sealed class AppointmentChanges(HouseholdChanges changes, CaseTable cases, FieldSealer sealer)
{
    /// <param name="decide">Pure: of the appointment as it stands, to come or over, the outcome, and where it is Done the next and its entry.</param>
    internal async Task<AppointmentResult> ChangeAsync(
        AppointmentKey key, Caller caller, Func<Appointment, AppointmentChange> decide, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync<Appointment>(key.Household, AppointmentRow.Kind, key.Member, key.Id, cancellationToken) is not { } stored)
        {
            return new AppointmentResult(AppointmentOutcome.NotFound);
        }

        var changed = await changes.ChangeAsync(key.Household, partition => Decide(partition, stored, key, caller, decide), cancellationToken);
        return changed is null ? new AppointmentResult(AppointmentOutcome.NotFound) : changed.Outcome;
    }

    private Decision<AppointmentResult> Decide(
        HouseholdPartition partition, Appointment stored, AppointmentKey key, Caller caller, Func<Appointment, AppointmentChange> decide)
    {
        var household = partition.Household;
        // What is over is as it was read: nothing changes it again.
        var appointment = AppointmentRow.Find(partition, key, sealer) ?? stored;
        var change = decide(appointment);
        var isOpen = caller.To(household, hasReason: false) is HouseholdAccess.Allowed;
        // Who noted that the patient came, and so ended what let him in, may send it again.
        if (!isOpen && !(change.Outcome is AppointmentOutcome.DoneBefore && caller.PhysicianId == appointment.PhysicianId))
        {
            return Decision.Nothing(new AppointmentResult(AppointmentOutcome.NotFound));
        }

        if (change is not { Next: { } next, Entry: { } entry })
        {
            return Decision.Nothing(new AppointmentResult(change.Outcome, isOpen ? AppointmentView.Of(household, appointment) : null));
        }

        var entered = NewEntry.In(partition, household.With(next), entry, sealer);
        var isStillOpen = caller.To(entered.Household, hasReason: false) is HouseholdAccess.Allowed;
        var result = new AppointmentResult(AppointmentOutcome.Done, isStillOpen ? AppointmentView.Of(entered.Household, next) : null)
        {
            Left = new AskedSlot(appointment.PhysicianId, appointment.Start),
        };
        return Decision.Change(result, entered.Household, [.. entered.Rows, AppointmentRow.Write(household.Id, next, sealer)]) with
        {
            Gone = next.IsOver ? [AppointmentRow.OpenKey(next)] : [],
        };
    }
}

internal sealed record AppointmentChange(AppointmentOutcome Outcome, Appointment? Next = null, Entry? Entry = null);
