using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Appointments;

/// <summary>A member's appointments, to come and past, to whoever may see the household.</summary>
public sealed class ListAppointmentsHandler(HouseholdTable households, CaseTable cases)
{
    /// <returns>The latest first; null where the caller may not see them.</returns>
    public async Task<AppointmentList?> HandleAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        if (await households.FindOpenAsync(id, member, caller, cancellationToken) is not { } household) { return null; }
        var appointments = await cases.ListAsync<Appointment>(id, AppointmentRow.Kind, member, cancellationToken);
        return new AppointmentList([.. appointments.OrderByDescending(one => one.Start).Select(one => AppointmentView.Of(household, one))]);
    }
}
