using Alleviation.Functions.CarePlans.Plans;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>What has become of an activity of the plan in force, and when it is due again.</summary>
/// <param name="Code">The activity's.</param>
/// <param name="EveryDays">The longest time between two times.</param>
/// <param name="NextDueOn">Null once its last day is over.</param>
public sealed record ScheduledActivity(string Code, int EveryDays, DateOnly? NextDueOn)
{
    /// <summary>Enough to know a report that is sent twice at once; one that is sent again later is known by its own row.</summary>
    private const int RememberedReports = 2;

    /// <summary>Whose it is, a code of list discipline; null where the health workers of the village do it.</summary>
    public string? Discipline { get; init; }

    /// <summary>Of the newest report, done or skipped.</summary>
    public DateOnly? LastOn { get; init; }

    public DateOnly? LastDoneOn { get; init; }

    /// <summary>How many times in a row it was skipped.</summary>
    public int Skips { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Ids of the newest reports.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>With a report taken in. One that comes late, after a newer one, is kept in the record and moves nothing.</summary>
    public ScheduledActivity With(ActivityReport report)
    {
        var reported = this with { Reports = [.. Reports.Append(report.Id).TakeLast(RememberedReports)] };
        if (report.Outcome is ActivityOutcome.Done && !(report.On <= LastDoneOn))
        {
            reported = reported with { LastDoneOn = report.On };
        }
        return report.On < LastOn
            ? reported
            : reported with
            {
                LastOn = report.On,
                Skips = report.Outcome is ActivityOutcome.Done ? 0 : Skips + 1,
                NextDueOn = DueUntil(EndsOn, report.On.AddDays(EveryDays)),
            };
    }

    /// <summary>As a plan asks for it from today on; what has been done goes on counting.</summary>
    public static ScheduledActivity Of(Activity agreed, ScheduledActivity? known, DateOnly today)
    {
        var first = agreed.StartsOn > today ? agreed.StartsOn : today;
        var due = known switch
        {
            null => first,
            { LastOn: { } last } => last.AddDays(agreed.EveryDays),
            _ => known.NextDueOn ?? first,
        };
        return (known ?? new ScheduledActivity(agreed.Code, agreed.EveryDays, due)) with
        {
            EveryDays = agreed.EveryDays,
            Discipline = agreed.IsOfVillage ? null : agreed.Discipline,
            EndsOn = agreed.EndsOn,
            NextDueOn = DueUntil(agreed.EndsOn, due > agreed.StartsOn ? due : agreed.StartsOn),
        };
    }

    private static DateOnly? DueUntil(DateOnly? end, DateOnly due) => due > end ? null : due;
}
