namespace Alleviation.Functions.Platform.Time;

/// <summary>Dates of people and of care are China's dates (UTC+8, no summer time), wherever the service runs.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().ToChinaDate();

    /// <summary>The moment at which it is so late there.</summary>
    public static DateTimeOffset InChina(this DateTime local) => new(local, Offset);

    /// <summary>Midnight there, with which the day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    public static DateOnly ToChinaDate(this DateTimeOffset moment)
    {
        var there = moment.ToOffset(Offset);
        return new DateOnly(there.Year, there.Month, there.Day);
    }
}
