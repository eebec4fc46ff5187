namespace Alleviation.Functions.Medication;

/// <summary>A course as it is sent: nothing in it has been checked yet.</summary>
/// <param name="Drug">Code of list drug; either this or the text.</param>
/// <param name="DrugText">A drug that the list does not have.</param>
/// <param name="DoseUnit">Code of list doseUnit.</param>
/// <param name="Frequency">Code of list dosingFrequency.</param>
/// <param name="Elsewhere">Who it comes from; a health worker has to say so, a physician leaves it out for what he prescribes
/// himself.</param>
/// <param name="Consultation">Id of the consultation that led to it.</param>
/// <param name="Override">Why it is given in spite of a warning.</param>
/// <param name="AcknowledgeUnrecognised">
/// The caller has seen that the drug, or an allergy, is not recognised, so that the one is not held against the other.
/// </param>
/// <param name="Route">Code of list drugRoute.</param>
/// <param name="Form">Code of list drugForm.</param>
/// <param name="Strength">Of a tablet, an ampoule …, in words.</param>
/// <param name="Quantity">How much is handed out in all.</param>
/// <param name="QuantityUnit">Code of list dispenseUnit; with a quantity, and only with one.</param>
public sealed record CourseRequest(
    string? Drug,
    string? DrugText,
    decimal? DoseAmount,
    string? DoseUnit,
    string? Frequency,
    DateOnly? Since,
    DateOnly? Until,
    string? Elsewhere,
    string? Reason,
    string? Condition,
    string? Consultation,
    string? Override,
    bool AcknowledgeUnrecognised = false,
    string? Route = null,
    string? Form = null,
    string? Strength = null,
    decimal? Quantity = null,
    string? QuantityUnit = null
);

public sealed record StopCourseRequest(DateOnly? On, string? Reason);
