namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>
/// Where a plan stands in its life; <see cref="CarePlanLife"/> says what leads from one to another. The names are stored.
/// </summary>
public enum CarePlanStatus
{
    /// <summary>Drawn up from pathways; nobody has decided on it.</summary>
    Draft,

    /// <summary>The responsible physician asks the disciplines of the team for their opinions.</summary>
    UnderReview,

    /// <summary>The responsible physician has signed it: it is in force.</summary>
    Active,

    /// <summary>Another version is worked on, while the last one that was signed stays in force.</summary>
    UnderRevision,

    /// <summary>Its goals are reached.</summary>
    Completed,

    Cancelled,
}

public static class CarePlanStatuses
{
    public static string ToStored(this CarePlanStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];

    /// <summary>A version of it is in force.</summary>
    public static bool IsInForce(this CarePlanStatus status) => status is CarePlanStatus.Active or CarePlanStatus.UnderRevision;

    /// <summary>Opinions are collected, and somebody has to decide.</summary>
    public static bool IsUndecided(this CarePlanStatus status) => status is CarePlanStatus.UnderReview or CarePlanStatus.UnderRevision;
}
