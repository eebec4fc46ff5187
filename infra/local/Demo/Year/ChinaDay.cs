namespace Alleviation.Demo.Year;

/// <summary>Days are China's, as everywhere in the service.</summary>
internal static class ChinaDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => new(day.ToDateTime(new TimeOnly(hour, minute)), Offset);

    public static DateOnly Of(DateTimeOffset moment)
    {
        var at = moment.ToOffset(Offset);
        return new DateOnly(at.Year, at.Month, at.Day);
    }
}
