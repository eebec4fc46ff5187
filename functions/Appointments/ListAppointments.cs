using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Appointments;

/// <summary>A member's appointments, to come and past, to whoever may see the household.</summary>
public sealed class ListAppointmentsHandler(HouseholdTable households, Cases<Appointment> cases)
{
    /// <returns>The latest first; null where the caller may not see them.</returns>
    public async Task<AppointmentList?> HandleAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        if (await households.FindOpenAsync(id, member, caller, cancellationToken) is not { } household)
        {
            return null;
        }
        var appointments = await cases.ListAsync(id, member, cancellationToken);
        return new AppointmentList([
            .. appointments
                .OrderByDescending(appointment => appointment.Start)
                .Select(appointment => AppointmentView.Of(household, appointment)),
        ]);
    }
}
