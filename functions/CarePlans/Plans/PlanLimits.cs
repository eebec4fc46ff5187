namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>How much a plan may ask of a family, and how much of it fits a row.</summary>
internal static class PlanLimits
{
    public const int Goals = 30;
    public const int Activities = 60;
    public const int ProposedGoals = 5;
    public const int ProposedActivities = 10;

    /// <summary>Characters.</summary>
    public const int Text = 60;

    /// <summary>Characters; longer texts are not read out to a family.</summary>
    public const int Instructions = 300;

    /// <summary>Characters.</summary>
    public const int Findings = 1000;

    /// <summary>Days between two times: once in two years at least, or it is no part of a plan.</summary>
    public const int MaxInterval = 731;

    /// <summary>Years ahead for which anything is planned.</summary>
    public const int YearsAhead = 5;
}
