using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Reminders;

/// <summary>The hours of the night, in China, in which nobody is disturbed; pure. The same time twice: there are none.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>How long it stays quiet; null when it is not.</summary>
    public TimeSpan? LeftAt(DateTimeOffset moment)
    {
        var now = TimeOnly.FromTimeSpan(moment.ToOffset(ChinaTime.Offset).TimeOfDay);
        // IsBetween goes over midnight where the end comes first.
        return From != Until && now.IsBetween(From, Until) ? Until - now : null;
    }
}
