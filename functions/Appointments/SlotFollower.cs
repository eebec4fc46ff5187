using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;

namespace Alleviation.Functions.Appointments;

/// <summary>The slots that a person has booked stay booked when the person goes to another household.</summary>
public sealed class SlotFollower(AppointmentTable appointments) : IPersonFollower
{
    public async Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken)
    {
        foreach (var appointment in Appointment.StoredAs.OpenOf(left, from.Member))
        {
            await ConflictRetry.RunAsync(
                async token =>
                    await appointments.FindAsync(appointment.PhysicianId, appointment.Start, token) is not { } held
                    || held.Claim.AppointmentId != appointment.Id
                    || held.Claim.Household != from.Household
                    || held.Claim.Member != from.Member
                    || await appointments.TryReplaceAsync(
                        held.Claim with
                        {
                            Household = to.Household,
                            Member = to.Member,
                        },
                        held.ETag,
                        token
                    ),
                cancellationToken
            );
        }
    }
}
