using Alleviation.Functions.Households;

namespace Alleviation.Functions.Appointments;

/// <summary>Where an appointment stands.</summary>
public readonly record struct AppointmentKey(HouseholdId Household, int Member, string Id)
{
    public static bool TryParse(string householdId, int member, string bookingId, out AppointmentKey key)
    {
        key = default;
        if (!HouseholdId.TryParse(householdId, out var household) || member < 1 || !GivenId.IsOne(bookingId)) { return false; }
        key = new AppointmentKey(household, member, bookingId);
        return true;
    }
}
