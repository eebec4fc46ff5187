namespace Alleviation.Functions.Appointments;

/// <summary>An appointment as it is booked.</summary>
/// <param name="Start">Of a slot that the physician's plan has.</param>
public sealed record BookAppointmentRequest(
    string? PhysicianId = null,
    DateTimeOffset? Start = null,
    string? Reason = null,
    string? Condition = null
)
{
    public const int MaxText = 500;
}
