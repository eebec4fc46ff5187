using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Appointments;

/// <summary>An appointment as it is booked.</summary>
/// <param name="Start">Of a slot that the physician's plan has.</param>
public sealed record BookAppointment(string? PhysicianId = null, DateTimeOffset? Start = null, string? Reason = null, string? Condition = null)
{
    public const int LongestText = 500;

    internal bool Booked(Appointment appointment, Caller caller) =>
        appointment.BookedBy == caller.AccountId
        && appointment.Asked.PhysicianId == PhysicianId
        && appointment.Asked.Start == Start
        && appointment.Reason == Reason?.Trim().ReplaceLineEndings("\n")
        && appointment.Condition == (string.IsNullOrWhiteSpace(Condition) ? null : Condition);
}

/// <summary>Books a slot for a member: claims it, then commits the household. A crash in between leaves a claim that the same request finishes.</summary>
public sealed class BookAppointmentHandler(
    HouseholdTable households, Cases<Appointment> cases, HouseholdChanges changes, SlotClaims slots, CodeLists lists,
    GuestPeriods guests, TimeProvider clock)
{
    private const int MostOpen = 10;
    private const int Attempts = 5;
    private readonly CodeCheck _codes = new(lists);

    public async Task<AppointmentResult> HandleAsync(CaseKey key, BookAppointment command, Caller caller, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var household }
                || !caller.MayCareFor(household)
                || household.Members.FirstOrDefault(one => one.Number == key.Member) is not { } member)
            {
                return new AppointmentResult(AppointmentOutcome.NotFound);
            }

            // Asked after the header was read: while its version stands, what was not found then is not there.
            if (await cases.FindAsync(key, cancellationToken) is { } stored)
            {
                return new AppointmentResult(command.Booked(stored, caller) ? AppointmentOutcome.DoneBefore : AppointmentOutcome.Differs, AppointmentView.Of(household, stored));
            }

            if (member.RecordNumber is null || member.LeftOn is not null) { return new AppointmentResult(AppointmentOutcome.NoRecord); }
            var (appointment, slot, findings) = await CheckAsync(key, command, household, caller, cancellationToken);
            if (appointment is null || slot is null) { return new AppointmentResult(AppointmentOutcome.Invalid) { Errors = findings.Errors }; }
            if (!await slots.TryClaimAsync(key, appointment.PhysicianId, slot, member.Name, cancellationToken)) { return new AppointmentResult(AppointmentOutcome.SlotTaken); }

            var changed = await changes.ChangeAsync(key.Household, partition => Commit(partition, household.Version, appointment), cancellationToken);
            if (changed?.Outcome is not { } result) { continue; }
            if (result.Outcome is not AppointmentOutcome.Done) { await slots.ReleaseAsync(key, appointment.Asked, cancellationToken); }
            return result;
        }

        throw new ChangedMeanwhileException();
    }

    private async Task<(Appointment? Appointment, Slot? Slot, Findings Findings)> CheckAsync(
        CaseKey key, BookAppointment command, Household household, Caller caller, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var reason = NoteCheck.Required(findings, "reason", command.Reason, BookAppointment.LongestText);
        var condition = _codes.Optional(findings, "condition", "conditions", command.Condition);
        var slot = await slots.FindAsync(findings, household, command.PhysicianId, command.Start, cancellationToken);
        return slot is null || findings.Errors.Count > 0
            ? (null, null, findings)
            : (new Appointment(
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
                new AskedSlot(command.PhysicianId!, slot.Start)), slot, findings);
    }

    /// <returns>An outcome of null where the household was changed since, so that all has to be decided again.</returns>
    private HouseholdUpdate<AppointmentResult?> Commit(HouseholdPartition partition, int version, Appointment appointment)
    {
        if (partition.Household.Version != version) { return HouseholdUpdate.None<AppointmentResult?>(null); }
        if (Appointment.StoredAs.CountOpen(partition, appointment.Member) >= MostOpen)
        {
            return HouseholdUpdate.None<AppointmentResult?>(new AppointmentResult(AppointmentOutcome.TooMany));
        }

        var entered = NewEntry.In(partition, partition.Household.With(appointment, guests), AppointmentEntries.Booked(appointment));
        return HouseholdUpdate.Of<AppointmentResult?>(
            new AppointmentResult(AppointmentOutcome.Done, AppointmentView.Of(entered.Household, appointment)),
            entered.Household,
            [.. entered.Changes, Appointment.StoredAs.Begin(appointment)]);
    }
}
