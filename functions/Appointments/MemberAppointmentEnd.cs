using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Appointments;

/// <summary>Whoever has left does not come: the slot is free for others.</summary>
public sealed class MemberAppointmentEnd(SlotClaims slots, CheckClaimHandler checks, GuestPeriods periods, FieldSealer sealer) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var ended = AppointmentRow.OpenOf(partition, leaving.Member, sealer)
            .Select(appointment => appointment with { Status = AppointmentStatus.Cancelled, End = new AppointmentEnd(leaving.At, leaving.By, leaving.Reason) })
            .ToList();
        return new MemberEnd(
            ended.Aggregate(household, (one, appointment) => one.With(appointment, periods)),
            [
                .. ended.Select(appointment => AppointmentRow.Write(household.Id, appointment, sealer)),
                .. ended.Select(appointment => EntryRow.Write(household.Id, AppointmentEntries.Ended(appointment), sealer)),
            ],
            [.. ended.Select(AppointmentRow.OpenKey)]);
    }

    public Task AnnounceAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) =>
        ForEachAsync(partition, member, (key, slot) => checks.AnnounceAsync(key, slot, cancellationToken));

    public Task FinishAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) =>
        ForEachAsync(partition, member, (key, slot) => slots.ReleaseAsync(key, slot, cancellationToken));

    private async Task ForEachAsync(HouseholdPartition partition, int member, Func<CaseKey, AskedSlot, Task> act)
    {
        foreach (var appointment in AppointmentRow.OpenOf(partition, member, sealer))
        {
            await act(new CaseKey(partition.Household.Id, member, appointment.Id), new AskedSlot(appointment.PhysicianId, appointment.Start));
        }
    }
}
