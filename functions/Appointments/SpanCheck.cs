using System.Globalization;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

internal static class SpanCheck
{
    private const int MaxPlace = 60;
    private const int Shortest = 5;
    private const int Max = 240;

    public static SlotSpan? Of(ValidationErrors validationErrors, string? fromText, string? toText, int? minutes, string? placeText)
    {
        var (from, to) = (Time(validationErrors, "from", fromText), Time(validationErrors, "to", toText));
        if (to <= from)
        {
            validationErrors.Add("to", "span-order");
        }
        if (minutes is not (>= Shortest and <= Max))
        {
            validationErrors.Add("minutes", "slot-minutes", Shortest, Max);
        }
        var place = TextCheck.Required(validationErrors, "place", placeText, MaxPlace);
        return from is null || to is null || to <= from || minutes is not (>= Shortest and <= Max) || place is null
            ? null
            : new SlotSpan(from.Value, to.Value, minutes.Value, place);
    }

    private static TimeOnly? Time(ValidationErrors validationErrors, string field, string? text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }
        validationErrors.Add(field, string.IsNullOrWhiteSpace(text) ? "required" : "time-form");
        return null;
    }
}
