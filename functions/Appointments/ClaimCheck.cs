using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Appointments;

/// <summary>A slot was about to be claimed or released: by now its household says whether the booking holds it.</summary>
public sealed record ClaimCheck(string Physician, DateTimeOffset Start, string Household, int Member, string Booking) : IMessage
{
    public static string Name => "claim-check";

    public static int Version => 1;

    public static string Queue => "appointment-claims";
}

public enum CheckClaimOutcome
{
    /// <summary>The household has the booking there, or the slot is free or another's.</summary>
    Right,

    /// <summary>Whoever claimed it, or moved away from it, died in between: it is free again.</summary>
    Released,

    /// <summary>It was claimed again meanwhile; to be looked at later.</summary>
    TooEarly,
}

/// <summary>Releases slots whose booking does not exist, or no longer.</summary>
public sealed class CheckClaimHandler(AppointmentTable appointments, Cases<Appointment> cases, MessageSender messages, TimeProvider clock)
{
    /// <summary>By then whoever claimed a slot has committed the household, or never will: a commit is bounded to seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Announces before anything is done, as with every change (ADR 2): a crash leaves a message, never a slot that nobody can have.
    /// </summary>
    public Task AnnounceAsync(CaseKey key, RequestedSlot slot, CancellationToken cancellationToken) =>
        messages.SendAsync(
            new ClaimCheck(slot.PhysicianId, slot.Start, key.Household.Value, key.Member, key.Id),
            Patience,
            cancellationToken
        );

    public async Task<CheckClaimOutcome> HandleAsync(ClaimCheck message, CancellationToken cancellationToken)
    {
        if (!CaseKey.TryParse(message.Household, message.Member, message.Booking, out var key))
        {
            throw new FormatException("A message points at no appointment.");
        }
        if (
            await appointments.FindAsync(message.Physician, message.Start, cancellationToken) is not { } held
            || held.Claim.AppointmentId != key.Id
            || held.Claim.Household != key.Household
        )
        {
            return CheckClaimOutcome.Right;
        }

        if (held.Claim.ClaimedAt + Patience - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await messages.SendAsync(message, left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left, cancellationToken);
            return CheckClaimOutcome.TooEarly;
        }

        if (await IsBookedAsync(message, key, cancellationToken))
        {
            return CheckClaimOutcome.Right;
        }
        return await appointments.TryReleaseAsync(held, cancellationToken)
            ? CheckClaimOutcome.Released
            : throw new ChangedMeanwhileException();
    }

    /// <summary>Whether nothing is left to do: the booking holds the slot rightly, or does not hold it.</summary>
    public async Task<bool> IsDoneAsync(ClaimCheck message, CancellationToken cancellationToken) =>
        CaseKey.TryParse(message.Household, message.Member, message.Booking, out var key)
        && (!await IsHeldAsync(message, key, cancellationToken) || await IsBookedAsync(message, key, cancellationToken));

    private async Task<bool> IsHeldAsync(ClaimCheck message, CaseKey key, CancellationToken cancellationToken) =>
        await appointments.FindAsync(message.Physician, message.Start, cancellationToken) is { } held
        && held.Claim.AppointmentId == key.Id
        && held.Claim.Household == key.Household;

    // A slot that was used stays in the physician's day.
    private async Task<bool> IsBookedAsync(ClaimCheck message, CaseKey key, CancellationToken cancellationToken) =>
        await cases.FindAsync(key, cancellationToken) is { Status: not AppointmentStatus.Cancelled } appointment
        && appointment.PhysicianId == message.Physician
        && appointment.Start == message.Start;
}
