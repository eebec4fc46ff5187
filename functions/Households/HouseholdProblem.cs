namespace Alleviation.Functions.Households;

/// <summary>Something that a person has to settle.</summary>
/// <param name="Code">One of the constants; its text is in the message catalogue as <c>problem.{code}</c>.</param>
/// <param name="Member">The member's number, where it is about one.</param>
/// <param name="HeldBy">The id of the household that holds the identity, for <see cref="IdentityHeld"/>.</param>
public sealed record HouseholdProblem(string Code, int? Member = null, string? HeldBy = null)
{
    /// <summary>The member's citizen ID is enrolled in another household.</summary>
    public const string IdentityHeld = "identityHeld";

    /// <summary>Another household has enrolled this member and waits: the member's departure has to be entered here.</summary>
    public const string IdentityWanted = "identityWanted";

    /// <summary>The member has no citizen ID yet; to be added when it is there.</summary>
    public const string IdMissing = "idMissing";

    /// <summary>All 99,999 record numbers of the village are given.</summary>
    public const string NumbersExhausted = "numbersExhausted";

    /// <summary>Nobody on the roster can be responsible: no general practitioner with room on the panel serves the village.</summary>
    public const string NoPhysician = "noPhysician";

    /// <summary>A telephone number could not be read from the list: its text is kept, to be mended.</summary>
    public const string PhoneUnread = "phoneUnread";

    /// <summary>Whether the household waits for it, or goes on and only shows it.</summary>
    public bool NeedsReview => Code is IdentityHeld or NumbersExhausted;
}
