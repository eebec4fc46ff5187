using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Triage;

/// <summary>A question to the triage, about nobody in particular.</summary>
/// <param name="Age">In full years.</param>
/// <param name="Symptoms">Codes of seeds/triage/symptoms.json.</param>
public sealed record TriageRequest(int? Age, IReadOnlyList<string>? Symptoms, IReadOnlyList<ReadingRequest>? Readings);

public sealed class AssessTriageHandler(SymptomCheck symptoms, ReferenceData.Codes.ReadingKinds kinds, TriageDesk desk, TimeProvider clock)
{
    private const int OldestAge = 150;

    /// <returns>No result where there are errors.</returns>
    public (TriageResult? Result, IReadOnlyList<FieldError> Errors) Handle(TriageRequest question)
    {
        var validationErrors = new ValidationErrors();
        if (question.Age is < 0 or > OldestAge)
        {
            validationErrors.Add("age", "age-range", OldestAge);
        }
        var known = symptoms.Check(validationErrors, question.Symptoms);
        var readings = new ReadingCheck(kinds).Check(validationErrors, question.Readings, bornOn: null, clock.GetUtcNow());
        if (validationErrors.Errors.Count == 0 && known.Count + readings.Count == 0)
        {
            validationErrors.Add("symptoms", "required");
        }
        return validationErrors.Errors.Count > 0 ? (null, validationErrors.Errors) : (desk.Assess(question.Age, known, readings), []);
    }
}
