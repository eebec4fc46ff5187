using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <summary>A question as it is sent: nothing in it has been checked yet.</summary>
/// <param name="Kind"><c>medication</c> or <c>guidance</c>.</param>
/// <param name="Condition">ICD-10 code of a condition that the member is diagnosed with; left out for a new complaint.</param>
/// <param name="Symptoms">Codes of seeds/triage/symptoms.json; a new complaint has at least one.</param>
public sealed record StartConsultationRequest(
    string? Kind,
    string? Condition,
    IReadOnlyList<string>? Symptoms,
    string? Text,
    IReadOnlyList<ReadingRequest>? Readings
);

/// <param name="AskPharmacist">The responsible physician wants the pharmacist's opinion before answering.</param>
public sealed record MessageRequest(
    string? Text,
    IReadOnlyList<ReadingRequest>? Readings,
    DispositionRequest? Disposition,
    bool AskPharmacist = false
);

/// <param name="Kind">Code of list dispositionKind.</param>
public sealed record DispositionRequest(string? Kind, string? Where, string? When, string? How);

/// <param name="MessageId">The last message that was read.</param>
public sealed record AcknowledgementRequest(string? MessageId);
