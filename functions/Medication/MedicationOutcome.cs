using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Medication;

public enum MedicationOutcome
{
    /// <summary>The list has its next version.</summary>
    Done,

    /// <summary>The list says so already. Nothing changed.</summary>
    Unchanged,

    /// <summary>Somebody changed the list since the version that this was made for. Nothing changed.</summary>
    ChangedMeanwhile,

    /// <summary>That there is no allergy, where one is known. Nothing changed.</summary>
    AllergiesKnown,

    /// <summary>The same id came before, with something else. Nothing changed.</summary>
    IdTaken,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    /// <summary>The member is allergic to it, and no reason was given to give it all the same.</summary>
    Allergy,

    /// <summary>The same drug runs already.</summary>
    DrugTwice,

    /// <summary>A drug of the same group runs already, and no reason was given for another.</summary>
    GroupTwice,

    /// <summary>An illness, a pregnancy, the age, a reading or another drug speaks against it, and no reason was given.</summary>
    Caution,

    /// <summary>Nobody can tell what the drug or an allergy is, and the caller has not said to have seen that.</summary>
    Unrecognised,

    /// <summary>It refers to a complaint that nobody has diagnosed face to face.</summary>
    NotOnline,

    /// <summary>A physician prescribed it; a health worker leaves it as it is.</summary>
    NotYours,

    /// <summary>It is stopped; what is taken again is another course.</summary>
    Stopped,

    /// <summary>As many courses run as may.</summary>
    TooMany,

    NotFound,
}

/// <param name="View">The list as it stands, where the caller may see it.</param>
/// <param name="Warnings">What was found against the course.</param>
public sealed record MedicationResult(
    MedicationOutcome Outcome,
    MedicationView? View,
    IReadOnlyList<FieldError> Errors,
    WarningsView? Warnings = null
);
