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

/// <summary>What people are told of a household's way; see <see cref="Household.StatusWhen"/>.</summary>
public enum HouseholdStatus
{
    Received,
    Routed,

    /// <summary>Routed, and shown on the physician's worklist and in its village.</summary>
    Listed,

    /// <summary>Something stands against it that only a person can settle; see its problems. Nothing of it is lost.</summary>
    NeedsReview,
    Unrouted,

    /// <summary>Everybody has left. Nobody is responsible any more; who returns is enrolled by a correction.</summary>
    Ended,
}
