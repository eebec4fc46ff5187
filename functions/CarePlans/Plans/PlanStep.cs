namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What can be done with a plan. The names are stored.</summary>
public enum PlanStep
{
    /// <summary>Goals, activities or visits are changed.</summary>
    Edit,

    /// <summary>The team is asked for its opinions.</summary>
    Submit,

    /// <summary>A discipline gives its opinion and signs it.</summary>
    Opine,

    /// <summary>It is decided on and signed, and in force from then on.</summary>
    Decide,

    /// <summary>Another version is begun.</summary>
    Revise,

    /// <summary>The other version is given up for the one in force.</summary>
    Withdraw,

    /// <summary>A revision that was proposed is not begun: what is in force stays as it is.</summary>
    Keep,

    Complete,

    Cancel,

    /// <summary>An activity is reported done or skipped.</summary>
    Report,

    /// <summary>The member's conditions changed, and pathways ask for something else.</summary>
    Redraft,

    /// <summary>Nothing that it was made for is there any more: a condition entered in error, a birth date corrected.</summary>
    Lapse,

    /// <summary>A plan that is over is begun anew, as pathways draft it today.</summary>
    Restart,
}
