using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Appointments;

/// <summary>
/// Books a slot for a member: claims it, then commits the household. A crash in between leaves a claim that the same request finishes.
/// </summary>
public sealed class BookAppointmentHandler(
    Cases<Appointment> cases,
    SlotClaims slots,
    CodeLists lists,
    GuestPeriods guests,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private const int MaxOpen = 10;
    private readonly CodeCheck _codes = new(lists);

    public async Task<AppointmentResult> HandleAsync(
        CaseKey key,
        BookAppointmentRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        Appointment? claimed = null;
        var result =
            await cases.BeginAsync(
                key,
                async (household, stored, token) =>
                {
                    var (answer, appointment) = await ClaimAsync(key, command, household, stored, caller, token);
                    claimed = appointment ?? claimed;
                    return (answer, appointment);
                },
                (partition, appointment, _) => Commit(partition, appointment),
                cancellationToken
            ) ?? new AppointmentResult(AppointmentOutcome.NotFound);
        if (claimed is not null && result.Outcome is AppointmentOutcome.TooMany)
        {
            await slots.ReleaseAsync(key, new RequestedSlot(claimed.PhysicianId, claimed.Start), cancellationToken);
        }
        return result;
    }

    /// <returns>What is answered; an appointment where its slot is claimed and it is to be committed.</returns>
    private async Task<(AppointmentResult Result, Appointment? Appointment)> ClaimAsync(
        CaseKey key,
        BookAppointmentRequest command,
        Household household,
        Appointment? stored,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.MayCareFor(household) || household.Members.FirstOrDefault(person => person.Number == key.Member) is not { } member)
        {
            return (new AppointmentResult(AppointmentOutcome.NotFound), null);
        }

        var fingerprint = fingerprinter.OfContent("appointment", command);
        if (stored is not null)
        {
            var isSame = stored.BookedBy == caller.AccountId && stored.Fingerprint == fingerprint;
            return (
                new AppointmentResult(
                    isSame ? AppointmentOutcome.DoneBefore : AppointmentOutcome.Differs,
                    AppointmentView.Of(household, stored)
                ),
                null
            );
        }

        if (member.RecordNumber is null || member.LeftOn is not null)
        {
            return (new AppointmentResult(AppointmentOutcome.NoRecord), null);
        }
        var (appointment, slot, validationErrors) = await CheckAsync(key, command, fingerprint, household, caller, cancellationToken);
        if (appointment is null || slot is null)
        {
            return (new AppointmentResult(AppointmentOutcome.Invalid) { Errors = validationErrors.Errors }, null);
        }
        return await slots.TryClaimAsync(key, appointment.PhysicianId, slot, member.Name, cancellationToken)
            ? (new AppointmentResult(AppointmentOutcome.Done), appointment)
            : (new AppointmentResult(AppointmentOutcome.SlotTaken), null);
    }

    private async Task<(Appointment? Appointment, Slot? Slot, ValidationErrors Findings)> CheckAsync(
        CaseKey key,
        BookAppointmentRequest command,
        string fingerprint,
        Household household,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var reason = NoteCheck.Required(validationErrors, "reason", command.Reason, BookAppointmentRequest.MaxText);
        var condition = _codes.Optional(validationErrors, "condition", "conditions", command.Condition);
        var slot = await slots.FindAsync(validationErrors, household, command.PhysicianId, command.Start, cancellationToken);
        return slot is null || validationErrors.Errors.Count > 0
            ? (null, null, validationErrors)
            : (
                new Appointment(
                    key.Id,
                    key.Member,
                    command.PhysicianId!,
                    slot.Start,
                    slot.Minutes,
                    slot.Place,
                    reason!,
                    condition,
                    caller.AccountId,
                    clock.GetUtcNow(),
                    fingerprint
                ),
                slot,
                validationErrors
            );
    }

    private HouseholdUpdate<AppointmentResult?> Commit(HouseholdPartition partition, Appointment appointment)
    {
        if (Appointment.StoredAs.CountOpen(partition, appointment.Member) >= MaxOpen)
        {
            return HouseholdUpdate.None<AppointmentResult?>(new AppointmentResult(AppointmentOutcome.TooMany));
        }

        var entered = NewEntry.In(partition, partition.Household.With(appointment, guests), AppointmentEntries.Booked(appointment));
        return HouseholdUpdate.Of<AppointmentResult?>(
            new AppointmentResult(AppointmentOutcome.Done, AppointmentView.Of(entered.Household, appointment)),
            entered.Household,
            [.. entered.Changes, Appointment.StoredAs.Begin(appointment)]
        );
    }
}
