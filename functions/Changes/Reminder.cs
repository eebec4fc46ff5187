using System.Text.Json.Serialization;

namespace Alleviation.Functions.Changes;

/// <summary>A short message to a family. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReminderKind>))]
public enum ReminderKind
{
    VisitTomorrow,
    AppointmentTomorrow,
    AppointmentMoved,
    AppointmentCancelled,
    ReferralAnswered,
}

/// <summary>The event that a family is told of, at most once.</summary>
/// <param name="Reference">Tells events of a kind apart: a day, an appointment and its time …; without personal data.</param>
/// <param name="Member">1 to 30: whose phone is asked first, and in whose record it is noted.</param>
public sealed record Reminder(ReminderKind Kind, string Reference, int Member)
{
    /// <summary>How a reference names a day.</summary>
    internal const string DayForm = "yyyyMMdd";

    /// <summary>Within the household.</summary>
    public string Key => $"{Kind}:{Reference}";
}
