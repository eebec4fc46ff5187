namespace Alleviation.Functions.Platform.Time;

/// <summary>Dates of people and of care are China's dates (UTC+8, no summer time), wherever the service runs.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().ToChinaDate();

    public static DateOnly ToChinaDate(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
