using System.Globalization;

namespace Alleviation.Demo.Year;

/// <summary>Days on which a health centre works: no weekends, and the holidays that are long.</summary>
internal static class WorkingDays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Is(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Is(day))
        {
            day = day.AddDays(-1);
        }
        return day;
    }

    /// <summary>The one day of the week on which households are enrolled.</summary>
    public static DateOnly EnrolmentDay(DateOnly day) => OnOrAfter(day.AddDays(((int)DayOfWeek.Tuesday - (int)day.DayOfWeek + 7) % 7));

    private static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, <= 3) or (10, <= 7) || IsSpringFestival(day) || IsSpringFestival(day.AddDays(1));

    /// <summary>The first seven days of the lunar year.</summary>
    private static bool IsSpringFestival(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return Lunar.GetMonth(at) == 1 && Lunar.GetDayOfMonth(at) <= 7;
    }
}
