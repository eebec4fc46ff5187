using Alleviation.Functions.Households;

namespace Alleviation.Functions.Medication;

/// <param name="Code">Code of list drug; null where it is only known in words.</param>
/// <param name="Text">In words, at most 100 characters.</param>
public sealed record Drug(string? Code, string? Text)
{
    public bool IsSameAs(Drug other) =>
        Code is not null ? Code == other.Code : other.Code is null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Amount">Of the unit, each time.</param>
/// <param name="Unit">Code of list doseUnit.</param>
/// <param name="Frequency">Code of list dosingFrequency.</param>
public sealed record Dose(decimal Amount, string Unit, string Frequency);

/// <summary>What the drug is given as, and how much of it is handed out.</summary>
/// <param name="Route">Code of list drugRoute.</param>
/// <param name="Form">Code of list drugForm.</param>
/// <param name="Strength">In words, at most 50 characters: 5 mg, 100 ml : 0.9 g.</param>
/// <param name="Quantity">Of the unit, in all.</param>
/// <param name="QuantityUnit">Code of list dispenseUnit; null without a quantity.</param>
public sealed record Supply(string? Route, string? Form, string? Strength, decimal? Quantity, string? QuantityUnit);

/// <summary>One drug that a member takes or took.</summary>
/// <param name="Id">Made by the client.</param>
/// <param name="Until">The last day; null while there is none.</param>
/// <param name="PhysicianId">Who prescribed it; null where it comes from elsewhere.</param>
/// <param name="Elsewhere">Who or what it comes from: a hospital, a shop.</param>
/// <param name="Condition">ICD-10 code that it is for.</param>
/// <param name="Consultation">The consultation that led to it.</param>
public sealed record Course(
    string Id,
    Drug Drug,
    Dose Dose,
    DateOnly Since,
    DateOnly? Until,
    string? PhysicianId,
    string? Elsewhere,
    string? Reason,
    string? Condition,
    string? Consultation
)
{
    /// <summary>One that left the list, by the version of the list and its id.</summary>
    public static DocumentKind<Course> StoredAs { get; } = new("course");

    /// <summary>As far as somebody said it; null where nobody did.</summary>
    public Supply? Supply { get; init; }

    public Override? Override { get; init; }

    /// <summary>Of a drug or an allergy that nobody can tell: somebody has seen that the one was not held against the other.</summary>
    public Acknowledgement? Acknowledged { get; init; }

    public Stop? Stopped { get; init; }

    public bool IsRunningOn(DateOnly day) => Stopped is null && !(Until < day);

    /// <summary>What somebody enters of it, to tell the same sent again from a change; another reason to override is none.</summary>
    public Course AsEntered() => this with { Override = null, Acknowledged = null, Stopped = null };

    /// <summary>What somebody has answered for.</summary>
    /// <param name="byPhysicians">Null where it was no physician.</param>
    internal Override? Answered(bool byPhysicians) =>
        Override is { } physicianOverride && Counts(physicianOverride.PhysicianId, byPhysicians) ? physicianOverride : null;

    // What a physician prescribed, only physicians change.
    internal bool Counts(string? physicianId, bool byPhysicians) => !byPhysicians || physicianId is not null || PhysicianId is not null;
}

/// <summary>Given in spite of a warning, and why.</summary>
/// <param name="Allergies">What was found then.</param>
/// <param name="Duplicates">Courses of the same group that ran then.</param>
/// <param name="PhysicianId">Whose reason it is; null where no physician gave it.</param>
public sealed record Override(
    string Reason,
    IReadOnlyList<AllergyHit> Allergies,
    IReadOnlyList<string> Duplicates,
    string? PhysicianId = null
)
{
    /// <summary>What else was found then.</summary>
    public IReadOnlyList<CautionHit> Cautions { get; init; } = [];
}

/// <param name="PhysicianId">Who has; null where it was no physician.</param>
/// <param name="Allergies">Those that were known then: what becomes known later has to be seen again.</param>
public sealed record Acknowledgement(string? PhysicianId, IReadOnlyList<string> Allergies);

/// <param name="By">Account id.</param>
public sealed record Stop(DateOnly On, string Reason, string By);

/// <param name="Allergy">Code of list drugAllergy.</param>
/// <param name="Text">The words of the record, where the allergy is told in words.</param>
/// <param name="Group">Code of list drugGroup; null where the drug's own name was found.</param>
public sealed record AllergyHit(string Allergy, string? Text, string? Group);
