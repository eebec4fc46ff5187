namespace Alleviation.Demo.Year;

/// <summary>When a visit that is due is made, and by how many days too late; the few who stay away long are away for work.</summary>
internal sealed class Lateness(Dice dice, CountyPace pace, DateOnly yearEndsOn)
{
    /// <summary>From so many days on the record says why.</summary>
    public const int NeedsAReason = 30;

    // Whoever is out of control is watched more closely.
    private const int RecheckWithin = 31;
    private const double RecheckGain = 0.03;

    /// <param name="after">The day of the visit before.</param>
    public DateOnly DayOf(DateOnly due, DateOnly after)
    {
        var passed = 1 - (yearEndsOn.DayNumber - due.DayNumber) / (double)YearPlan.Days;
        var isRecheck = due < after.AddDays(RecheckWithin);
        if (dice.Chance(pace.PunctualOn(due, passed) + (isRecheck ? RecheckGain : 0)))
        {
            var early = dice.Between(0, Math.Clamp((due.DayNumber - after.DayNumber) / 4, 0, 12));
            var on = WorkingDays.OnOrBefore(due.AddDays(-early));
            return on > after ? on : WorkingDays.OnOrAfter(after.AddDays(1));
        }
        var late = dice.Weighted(
            (dice.Between(1, 9), 66),
            (dice.Between(10, 29), 27),
            (dice.Between(31, 80), 6.3),
            (dice.Between(91, 150), 0.7)
        );
        return WorkingDays.OnOrAfter(due.AddDays(late));
    }
}
