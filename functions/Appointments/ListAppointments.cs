using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Appointments;

/// <summary>A member's appointments, to come and past, to whoever may see the household.</summary>
public sealed class ListAppointmentsHandler(HouseholdTable households, Cases<Appointment> cases)
{
    /// <returns>The latest first; null where the caller may not see them.</returns>
    public async Task<AppointmentList?> HandleAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken) =>
        await households.ReadOpenAsync(id, member, caller, cancellationToken) is { } partition
            ? new AppointmentList(ViewsOf(partition.Household, await cases.ListAsync(partition, member, cancellationToken)))
            : null;

    /// <summary>Those that are booked, the latest first; null where the caller may not see them.</summary>
    internal static IReadOnlyList<AppointmentView>? OpenIn(HouseholdPartition partition, int member, Caller caller) =>
        partition.Household.IsOpenTo(caller, member) ? ViewsOf(partition.Household, Appointment.StoredAs.OpenOf(partition, member)) : null;

    private static List<AppointmentView> ViewsOf(Household household, IEnumerable<Appointment> appointments) =>
        [
            .. appointments
                .OrderByDescending(appointment => appointment.Start)
                .Select(appointment => AppointmentView.Of(household, appointment)),
        ];
}
