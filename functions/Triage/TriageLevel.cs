namespace Alleviation.Functions.Triage;

/// <summary>How soon somebody has to be seen; the most pressing first. The names are stored.</summary>
public enum TriageLevel
{
    /// <summary>Call 120 now.</summary>
    Emergency,

    /// <summary>By a physician, before the day is over.</summary>
    Today,

    /// <summary>By a physician, within seven days.</summary>
    ThisWeek,

    /// <summary>Watched at home; seen when it does not get better.</summary>
    AtHome,
}
