using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

public sealed record CancelAppointmentRequest(string? Reason = null);

/// <param name="Kept">The patient came.</param>
public sealed record AttendanceRequest(bool? Kept = null, string? Note = null);

/// <summary>Ends an appointment: cancelled before, or kept or missed on its day or after.</summary>
public sealed class EndAppointmentHandler(Cases<Appointment> cases, AppointmentChanges changes, SlotClaims slots, CheckClaimHandler checks)
{
    public async Task<AppointmentResult> CancelAsync(
        CaseKey key,
        CancelAppointmentRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var reason = NoteCheck.Required(validationErrors, "reason", command.Reason, BookAppointmentRequest.MaxText);
        if (reason is null)
        {
            return new AppointmentResult(AppointmentOutcome.Invalid) { Errors = validationErrors.Errors };
        }
        if (await cases.FindAsync(key, cancellationToken) is not { } stored)
        {
            return new AppointmentResult(AppointmentOutcome.NotFound);
        }

        if (!stored.IsOver)
        {
            await checks.AnnounceAsync(key, new RequestedSlot(stored.PhysicianId, stored.Start), cancellationToken);
        }
        var result = await changes.ChangeAsync(
            key,
            caller,
            (appointment, now) => Decide(appointment, AppointmentStatus.Cancelled, reason, caller, now),
            cancellationToken
        );
        if (result.Outcome is AppointmentOutcome.Done)
        {
            await slots.ReleaseAsync(key, result.Left!, cancellationToken);
        }
        return result;
    }

    public Task<AppointmentResult> NoteAsync(CaseKey key, AttendanceRequest command, Caller caller, CancellationToken cancellationToken)
    {
        var validationErrors = new ValidationErrors();
        var note = NoteCheck.Optional(validationErrors, "note", command.Note, BookAppointmentRequest.MaxText);
        if (command.Kept is null)
        {
            validationErrors.Add("kept", "required");
        }
        if (validationErrors.Errors.Count > 0)
        {
            return Task.FromResult(new AppointmentResult(AppointmentOutcome.Invalid) { Errors = validationErrors.Errors });
        }
        var status = command.Kept!.Value ? AppointmentStatus.Kept : AppointmentStatus.Missed;
        return changes.ChangeAsync(key, caller, (appointment, now) => Decide(appointment, status, note, caller, now), cancellationToken);
    }

    private static AppointmentChange Decide(
        Appointment appointment,
        AppointmentStatus status,
        string? note,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (appointment.Status == status && appointment.End!.Note == note && appointment.End.By == caller.AccountId)
        {
            return new AppointmentChange(AppointmentOutcome.DoneBefore);
        }
        if (appointment.IsOver)
        {
            return new AppointmentChange(AppointmentOutcome.IsOver);
        }
        // Another physician may see the household, but not say who came here.
        if (caller.Role is Role.Physician && caller.PhysicianId != appointment.PhysicianId)
        {
            return new AppointmentChange(AppointmentOutcome.NotFound);
        }
        if (status is not AppointmentStatus.Cancelled && appointment.Start.ToChinaDate() > now.ToChinaDate())
        {
            return new AppointmentChange(AppointmentOutcome.NotYet);
        }
        var next = appointment with { Status = status, End = new AppointmentEnd(now, caller.AccountId, note) };
        return new AppointmentChange(
            AppointmentOutcome.Done,
            next,
            AppointmentEntries.Ended(next),
            status is AppointmentStatus.Cancelled ? AppointmentReminders.Cancelled(next) : null
        );
    }
}
