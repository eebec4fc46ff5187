namespace Alleviation.Functions.Households;

/// <summary>Who a member is. What is known of the member's health is the record's.</summary>
/// <param name="Number">1 to 30 within the household, never given to another.</param>
/// <param name="IdNumber">Citizen ID, upper-case X; null for the reason given.</param>
/// <param name="IdMissingReason">Code of list idMissingReason.</param>
/// <param name="Sex">Code of list sex.</param>
/// <param name="Relationship">Code of list relationship; 0 is the head.</param>
public sealed record Member(
    int Number,
    string Name,
    string? IdNumber,
    string? IdMissingReason,
    string Sex,
    DateOnly? BornOn,
    string Relationship,
    string? Phone,
    Departure? Departure = null
)
{
    /// <summary>Who the member is.</summary>
    public static DocumentKind<Member> StoredAs { get; } = new("member");

    public const string HeadRelationship = "0";

    /// <summary>
    /// A telephone cell of a list whose text says more than <see cref="Phone"/>, or none that could be read: to be mended.
    /// </summary>
    public string? PhoneAsGiven { get; init; }

    public bool IsHead => Relationship == HeadRelationship;
}

/// <param name="Reason">Code of list departureReason.</param>
public sealed record Departure(DateOnly On, string Reason)
{
    private static readonly string[] Elsewhere = ["marriedOut", "householdSplit", "registrationCorrected"];

    /// <summary>
    /// The member goes on in another household of the service, which takes the record over with all that is open. Until it does, what is
    /// open stays with those who have it.
    /// </summary>
    public bool GoesOnElsewhere => Elsewhere.Contains(Reason, StringComparer.Ordinal);
}
