using Alleviation.Functions.Households;

namespace Alleviation.Functions.Appointments;

/// <summary>The slots that a person has booked stay booked when the person goes to another household.</summary>
public sealed class SlotFollower(AppointmentTable appointments) : IPersonFollower
{
    public async Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken)
    {
        foreach (var appointment in Appointment.StoredAs.OpenOf(left, from.Member))
        {
            while (await appointments.FindAsync(appointment.PhysicianId, appointment.Start, cancellationToken) is { } held
                && held.Claim.BookingId == appointment.Id && held.Claim.Household == from.Household && held.Claim.Member == from.Member)
            {
                var claim = held.Claim with { Household = to.Household, Member = to.Member };
                if (await appointments.TryReplaceAsync(claim, held.ETag, cancellationToken)) { break; }
            }
        }
    }
}
