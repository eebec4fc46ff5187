using System.Globalization;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Appointments;

internal static class SpanCheck
{
    private const int LongestPlace = 60;
    private const int Shortest = 5;
    private const int Longest = 240;

    public static SlotSpan? Of(Findings findings, string? fromText, string? toText, int? minutes, string? placeText)
    {
        var (from, to) = (Time(findings, "from", fromText), Time(findings, "to", toText));
        if (to <= from) { findings.Add("to", "span-order"); }
        if (minutes is not (>= Shortest and <= Longest)) { findings.Add("minutes", "slot-minutes", Shortest, Longest); }
        var place = TextCheck.Required(findings, "place", placeText, LongestPlace);
        return from is null || to is null || to <= from || minutes is not (>= Shortest and <= Longest) || place is null
            ? null
            : new SlotSpan(from.Value, to.Value, minutes.Value, place);
    }

    private static TimeOnly? Time(Findings findings, string field, string? text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) { return time; }
        findings.Add(field, string.IsNullOrWhiteSpace(text) ? "required" : "time-form");
        return null;
    }
}
