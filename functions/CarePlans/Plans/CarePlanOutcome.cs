using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What becomes of a step that somebody takes with a plan.</summary>
public enum CarePlanOutcome
{
    Done,

    /// <summary>It was done before, by the same call: nothing changed.</summary>
    DoneBefore,

    /// <summary>There is no such plan, or none that the caller may see.</summary>
    NotFound,

    /// <summary>The caller may see the plan, but this step is somebody else's.</summary>
    NotYours,

    /// <summary>Somebody changed the plan since the version that this was made for. Nothing changed.</summary>
    ChangedMeanwhile,

    /// <summary>The plan's status does not allow it.</summary>
    NotNow,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    /// <summary>The same id came before, with something else.</summary>
    ReportedDifferently,
}

/// <param name="View">The plan as it stands now, where the caller may see it.</param>
/// <param name="Difference">From the version that the step was made for to the one now, where that is another.</param>
public sealed record CarePlanResult(CarePlanOutcome Outcome, CarePlanView? View = null, CarePlanDifference? Difference = null)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>What a caller is told whose version is no longer the current one.</summary>
public sealed record CarePlanConflict(CarePlanView Plan, CarePlanDifference? Difference);
