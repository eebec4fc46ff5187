using System.Globalization;
using Alleviation.Functions.Changes;

namespace Alleviation.Functions.Appointments;

/// <summary>What a family is told of its appointments.</summary>
internal static class AppointmentReminders
{
    /// <summary>The day before. An appointment that is moved is another one to be reminded of.</summary>
    public static Reminder DayBefore(string appointmentId, int member, DateOnly day) =>
        new(ReminderKind.AppointmentTomorrow, $"{appointmentId}:{day.ToString(Reminder.DayForm, CultureInfo.InvariantCulture)}", member);

    public static Reminder Moved(Appointment appointment) =>
        new(
            ReminderKind.AppointmentMoved,
            string.Create(CultureInfo.InvariantCulture, $"{appointment.Id}:{appointment.Moves}"),
            appointment.Member
        );

    public static Reminder Cancelled(Appointment appointment) => new(ReminderKind.AppointmentCancelled, appointment.Id, appointment.Member);
}
