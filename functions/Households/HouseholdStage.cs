namespace Alleviation.Functions.Households;

/// <summary>How far the pipeline has carried a household. The names are stored.</summary>
public enum HouseholdStage
{
    /// <summary>Enrolled or changed; its records are to be built.</summary>
    Received,

    /// <summary>
    /// Identities claimed, records numbered, plans drafted; one physician is responsible, or nobody is left in the household.
    /// </summary>
    Routed,

    /// <summary>The same, but nobody is eligible; tried again when the roster changes.</summary>
    Unrouted,
}

/// <summary>How far a household has come, as the API shows it; see <see cref="Household.StatusWhen"/>.</summary>
public enum HouseholdStatus
{
    Received,
    Routed,

    /// <summary>Routed, and shown on the physician's worklist and in its village.</summary>
    Listed,

    /// <summary>A person has to settle a problem first; see its problems. What was entered is kept.</summary>
    NeedsReview,
    Unrouted,

    /// <summary>Everybody has left. Nobody is responsible any more; who returns is enrolled by a correction.</summary>
    Ended,
}
