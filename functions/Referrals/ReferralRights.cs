using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Referrals;

/// <summary>Who may do what, of those who may see the household at all; pure.</summary>
internal static class ReferralRights
{
    private static readonly string Guesthood = $"{Referral.StoredAs.Name}:";

    /// <summary>
    /// Health workers of the village, the responsible physician and the team; and whom another referral made a receiver, who may need one
    /// who can do more. Who only gives an opinion sends nobody anywhere.
    /// </summary>
    public static bool MaySend(Caller caller, Household household, int member, ReferralDirection direction) =>
        caller.Role switch
        {
            Role.HealthWorker => direction is ReferralDirection.Up,
            Role.Physician => household.IsCaredForBy(caller.PhysicianId)
                || household.Guests.Any(guest =>
                    guest.PhysicianId == caller.PhysicianId
                    && guest.Because.StartsWith(Guesthood, StringComparison.Ordinal)
                    && guest.Covers(member, caller.At)
                ),
            _ => false,
        };

    public static bool MayTake(Caller caller, Household household, Referral referral, ReferralStep step) =>
        ReferralSteps.By(step) switch
        {
            ReferralActor.Receiver => caller.PhysicianId is { } physician && referral.To == physician,
            ReferralActor.Sender => referral.From is null && caller.Role is Role.HealthWorker
                || caller.PhysicianId is { } physician && (referral.From == physician || household.PhysicianId == physician),
            _ => false,
        };
}
