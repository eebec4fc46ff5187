using Alleviation.Functions.Households;

namespace Alleviation.Functions.Appointments;

/// <summary>An appointment as it is answered.</summary>
/// <param name="Moves">How often it was moved.</param>
public sealed record AppointmentView(
    string Id,
    string HouseholdId,
    int Member,
    string Name,
    string? RecordNumber,
    AppointmentStatus Status,
    string PhysicianId,
    DateTimeOffset Start,
    int Minutes,
    string Place,
    string Reason,
    string? Condition,
    DateTimeOffset BookedAt,
    int Moves,
    DateTimeOffset? EndedAt,
    string? EndNote
)
{
    public static AppointmentView Of(Household household, Appointment appointment)
    {
        var member = household.Members.Single(person => person.Number == appointment.Member);
        return new AppointmentView(
            appointment.Id,
            household.Id.Value,
            appointment.Member,
            member.Name,
            member.RecordNumber,
            appointment.Status,
            appointment.PhysicianId,
            appointment.Start,
            appointment.Minutes,
            appointment.Place,
            appointment.Reason,
            appointment.Condition,
            appointment.BookedAt,
            appointment.Moves,
            appointment.End?.At,
            appointment.End?.Note
        );
    }
}

public sealed record AppointmentList(IReadOnlyList<AppointmentView> Items);
