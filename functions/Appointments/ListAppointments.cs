using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Appointments;

/// <summary>A member's appointments, to come and past, to whoever may see the household.</summary>
public sealed class ListAppointmentsHandler(HouseholdTable households, CaseTable cases)
{
    /// <returns>The latest first; null where the caller may not see them.</returns>
    public async Task<AppointmentList?> HandleAsync(HouseholdId id, int member, Caller caller, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(id, cancellationToken) is not { Household: var household }
            || caller.To(household, hasReason: false) is not HouseholdAccess.Allowed
            || household.Members.All(one => one.Number != member))
        {
            return null;
        }

        var appointments = await cases.ListAsync<Appointment>(id, AppointmentRow.Kind, member, cancellationToken);
        return new AppointmentList([.. appointments.OrderByDescending(one => one.Start).Select(one => AppointmentView.Of(household, one))]);
    }
}
