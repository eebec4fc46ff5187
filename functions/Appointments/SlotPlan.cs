using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Appointments;

/// <summary>
/// When a physician receives patients: a plan of the week with its exceptions, in China's time. Slots are derived from it when they are
/// asked for; pure.
/// </summary>
/// <param name="DaysOff">Days without the hours of the week.</param>
/// <param name="Extra">Hours beside those of the week, on a day off too.</param>
/// <param name="Version">One more for each change; 0 where none was made.</param>
public sealed record SlotPlan(IReadOnlyList<WeekSpan> Week, IReadOnlyList<DateOnly> DaysOff, IReadOnlyList<ExtraSpan> Extra, int Version)
{
    public static readonly SlotPlan None = new([], [], [], 0);

    /// <summary>The slots of a day, in order.</summary>
    public IReadOnlyList<Slot> On(DateOnly day) => [.. SpansOn(day).SelectMany(span => span.SlotsOn(day)).OrderBy(slot => slot.Start)];

    public Slot? At(DateTimeOffset start) => On(start.ToChinaDate()).FirstOrDefault(slot => slot.Start == start);

    public IEnumerable<SlotSpan> SpansOn(DateOnly day) =>
        [
            .. DaysOff.Contains(day) ? [] : Week.Where(span => span.Weekday == WeekdayOf(day)).Select(span => span.Span),
            .. Extra.Where(span => span.On == day).Select(span => span.Span),
        ];

    private static int WeekdayOf(DateOnly day) => day.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}

/// <param name="Weekday">ISO 8601: 1 is Monday, 7 Sunday.</param>
public sealed record WeekSpan(int Weekday, SlotSpan Span);

public sealed record ExtraSpan(DateOnly On, SlotSpan Span);

/// <param name="Minutes">Of each slot; what is left at the end is none.</param>
/// <param name="Place">Where patients come, or how they are called.</param>
public sealed record SlotSpan(TimeOnly From, TimeOnly To, int Minutes, string Place)
{
    public bool Overlaps(SlotSpan other) => From < other.To && other.From < To;

    internal IEnumerable<Slot> SlotsOn(DateOnly day)
    {
        // Minutes of the day: a TimeOnly would go round midnight.
        var (from, to) = ((int)From.ToTimeSpan().TotalMinutes, (int)To.ToTimeSpan().TotalMinutes);
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ChinaTime.Offset).ToUniversalTime();
        for (var start = from; start + Minutes <= to; start += Minutes)
        {
            yield return new Slot(midnight.AddMinutes(start), Minutes, Place);
        }
    }
}

/// <param name="Start">UTC.</param>
public sealed record Slot(DateTimeOffset Start, int Minutes, string Place)
{
    public DateTimeOffset End => Start.AddMinutes(Minutes);
}
