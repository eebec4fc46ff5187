using Alleviation.Functions.Households;

namespace Alleviation.Functions.Appointments;

/// <summary>A member who has left does not come: the slot is released for others.</summary>
public sealed class MemberAppointmentEnd(SlotClaims slots, CheckClaimHandler checks, GuestPeriods periods) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var ended = Appointment
            .StoredAs.OpenOf(partition, leaving.Member)
            .Select(appointment =>
                appointment with
                {
                    Status = AppointmentStatus.Cancelled,
                    End = new AppointmentEnd(leaving.At, leaving.By, leaving.Reason),
                }
            )
            .ToList();
        return new MemberEnd(
            ended.Aggregate(household, (next, appointment) => next.With(appointment, periods)),
            [.. ended.SelectMany(Appointment.StoredAs.Next), .. ended.Select(appointment => AppointmentEntries.Ended(appointment).Put())]
        );
    }

    public Task AnnounceAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) =>
        ForEachAsync(partition, member, (key, slot) => checks.AnnounceAsync(key, slot, cancellationToken));

    public Task FinishAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) =>
        ForEachAsync(partition, member, (key, slot) => slots.ReleaseAsync(key, slot, cancellationToken));

    private static async Task ForEachAsync(HouseholdPartition partition, int member, Func<CaseKey, RequestedSlot, Task> act)
    {
        foreach (var appointment in Appointment.StoredAs.OpenOf(partition, member))
        {
            await act(
                new CaseKey(partition.Household.Id, member, appointment.Id),
                new RequestedSlot(appointment.PhysicianId, appointment.Start)
            );
        }
    }
}
