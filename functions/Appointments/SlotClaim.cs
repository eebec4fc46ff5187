using Alleviation.Functions.Households;
using Azure;

namespace Alleviation.Functions.Appointments;

/// <summary>A slot that a booking holds. The insert that must be first is the only guard against two bookings of one slot.</summary>
/// <param name="ClaimedAt">When its household was to be committed: one that has no such booking by a while later has died in
/// between.</param>
/// <param name="Name">The member's, as it was when it was booked: a physician's day is one read.</param>
public sealed record SlotClaim(
    string PhysicianId,
    DateTimeOffset Start,
    int Minutes,
    string Place,
    string AppointmentId,
    HouseholdId Household,
    int Member,
    DateTimeOffset ClaimedAt,
    string Name
)
{
    public DateTimeOffset End => Start.AddMinutes(Minutes);

    public bool IsOf(SlotClaim other) => AppointmentId == other.AppointmentId && Household == other.Household && Member == other.Member;

    public override string ToString() => nameof(SlotClaim);
}

/// <summary>A claim as it was read, with the ETag that guards its deletion.</summary>
public sealed record StoredClaim(SlotClaim Claim, ETag ETag);
