using Alleviation.Functions.Households.Cases;

namespace Alleviation.Functions.Appointments;

/// <summary>A member's appointment with a physician, booked by a health worker. Names are stored.</summary>
/// <param name="Id">Made by the client that booked it.</param>
/// <param name="Start">UTC.</param>
/// <param name="Place">As the plan said when it was booked.</param>
/// <param name="Condition">ICD-10 code that it is about.</param>
/// <param name="BookedBy">Account id.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Appointment(
    string Id,
    int Member,
    string PhysicianId,
    DateTimeOffset Start,
    int Minutes,
    string Place,
    string Reason,
    string? Condition,
    string BookedBy,
    DateTimeOffset BookedAt,
    string Fingerprint
) : ICase<Appointment>
{
    public static CaseKind<Appointment> StoredAs { get; } = new("appointment");

    public AppointmentStatus Status { get; init; } = AppointmentStatus.Booked;

    public int Moves { get; init; }

    public AppointmentEnd? End { get; init; }

    public bool IsOver => Status is not AppointmentStatus.Booked;

    public bool IsAt(string physicianId, DateTimeOffset start) => !IsOver && PhysicianId == physicianId && Start == start;

    /// <summary>What lasts as long as this: access to the household.</summary>
    public string Because => $"appointment:{Id}";
}

public sealed record RequestedSlot(string PhysicianId, DateTimeOffset Start);

public enum AppointmentStatus
{
    Booked,

    /// <summary>The patient came.</summary>
    Kept,

    /// <summary>The patient did not come.</summary>
    Missed,

    Cancelled,
}

/// <param name="By">Account id.</param>
public sealed record AppointmentEnd(DateTimeOffset At, string By, string? Note);
