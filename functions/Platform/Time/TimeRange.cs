using System.Globalization;

namespace Alleviation.Functions.Platform.Time;

/// <summary>
/// The years that anything here can be about, 1900 to 2199. Outside them nothing is meant, and the days around a day run out: what comes in
/// is refused before anything is reckoned with it.
/// </summary>
public static class TimeRange
{
    private const int FirstYear = 1900;
    private const int FirstYearAfter = 2200;

    public static bool Holds(DateOnly day) => day.Year is >= FirstYear and < FirstYearAfter;

    public static bool Holds(DateTimeOffset moment) => moment.UtcDateTime.Year is >= FirstYear and < FirstYearAfter;

    /// <summary>A day as addresses carry it: <c>2026-11-28</c>.</summary>
    public static bool TryParseDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Holds(day);
}
