using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>That an activity of the plan was done, or why not.</summary>
/// <param name="Id">Made by who sends it: sent twice it counts once.</param>
/// <param name="Activity">The activity's code.</param>
/// <param name="Reason">Of a skip, in a person's own words.</param>
/// <param name="By">Account id.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record ActivityReport(
    string Id,
    string Activity,
    ActivityOutcome Outcome,
    DateOnly On,
    string? Reason,
    string? Note,
    string By,
    string Fingerprint
)
{
    public static DocumentKind<ActivityReport> StoredAs { get; } = new("activityReport");
}

/// <summary>The names are stored.</summary>
public enum ActivityOutcome
{
    Done,

    /// <summary>It is not made up for: the next date follows from the interval.</summary>
    Skipped,
}
