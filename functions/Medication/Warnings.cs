namespace Alleviation.Functions.Medication;

/// <summary>What speaks against a course.</summary>
/// <param name="Allergies">Goes through only with a reason.</param>
/// <param name="IsThere">The same drug runs already: to be changed there. Nothing overrides it.</param>
/// <param name="Duplicates">Ids of running courses of the same group; goes through only with a reason.</param>
public sealed record Warnings(IReadOnlyList<AllergyHit> Allergies, bool IsThere, IReadOnlyList<string> Duplicates)
{
    /// <summary>An illness, a pregnancy, the age, a reading or another drug; goes through only with a reason.</summary>
    public IReadOnlyList<CautionHit> Cautions { get; init; } = [];

    /// <summary>
    /// Nobody can tell what the drug is, so no allergy can be held against it; goes through only when somebody says to have seen that.
    /// </summary>
    public bool IsUnrecognised { get; init; }

    /// <summary>Allergies of which nobody can tell which drugs they mean: treated like a drug that is not recognised.</summary>
    public IReadOnlyList<AllergyHit> UnrecognisedAllergies { get; init; } = [];

    /// <summary>The drug was not held against every allergy.</summary>
    public bool IsUnchecked => IsUnrecognised || UnrecognisedAllergies.Count > 0;

    public bool NeedReason => Allergies.Count > 0 || Duplicates.Count > 0 || Cautions.Count > 0;

    public bool IsNone => !NeedReason && !IsUnchecked;

    public WarningsView View => new(Allergies, Duplicates, Cautions, IsUnrecognised, UnrecognisedAllergies);
}

/// <summary>What was found, as it is answered.</summary>
public sealed record WarningsView(
    IReadOnlyList<AllergyHit> Allergies,
    IReadOnlyList<string> Duplicates,
    IReadOnlyList<CautionHit> Cautions,
    bool Unrecognised,
    IReadOnlyList<AllergyHit> UnrecognisedAllergies
);

/// <summary>A running course that something speaks against which no physician has answered for.</summary>
public sealed record CourseReview(
    string Course,
    IReadOnlyList<AllergyHit> Allergies,
    IReadOnlyList<string> Duplicates,
    IReadOnlyList<CautionHit> Cautions,
    bool Unrecognised,
    IReadOnlyList<AllergyHit> UnrecognisedAllergies
);
