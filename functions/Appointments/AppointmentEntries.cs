using System.Globalization;
using System.Text.Json;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Appointments;

/// <summary>The entries that an appointment adds to the record.</summary>
internal static class AppointmentEntries
{
    public static Entry Booked(Appointment appointment) =>
        Of(appointment, "booked", "booked", appointment.BookedAt, appointment.BookedBy, appointment.Reason);

    public static Entry Moved(Appointment appointment, DateTimeOffset at, string by) =>
        Of(appointment, "moved", string.Create(CultureInfo.InvariantCulture, $"moved-{appointment.Moves}"), at, by, null);

    /// <summary>Kept, missed or cancelled.</summary>
    public static Entry Ended(Appointment appointment)
    {
        var step = JsonNamingPolicy.CamelCase.ConvertName(appointment.Status.ToString());
        return Of(appointment, step, step, appointment.End!.At, appointment.End.By, appointment.End.Note);
    }

    private static Entry Of(Appointment appointment, string step, string suffix, DateTimeOffset at, string by, string? note) =>
        new(appointment.Member, at, AppointmentEffects.Kind, $"{appointment.Id}-{suffix}", by)
        {
            Reference = appointment.Id,
            Note = note,
            Facts = new Dictionary<string, JsonElement>
            {
                ["step"] = JsonSerializer.SerializeToElement(step),
                ["physician"] = JsonSerializer.SerializeToElement(appointment.PhysicianId),
                ["start"] = JsonSerializer.SerializeToElement(appointment.Start),
                ["place"] = JsonSerializer.SerializeToElement(appointment.Place),
            },
        };
}
