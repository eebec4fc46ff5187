using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <summary>What a consultation remembers of a message; its words and readings are the record's entry of the same id.</summary>
/// <param name="Id">Made by the client.</param>
/// <param name="By">Account id.</param>
/// <param name="Fingerprint">Of the content: the same sent again is told apart from something else.</param>
public sealed record MessageHead(string Id, DateTimeOffset At, string By, ConsultationAuthor Author, string Fingerprint);

/// <summary>A message that passed the checks.</summary>
/// <param name="Text">At most 2,000 characters.</param>
/// <param name="AsksPharmacist">The physician wants the pharmacist's opinion first.</param>
public sealed record NewMessage(
    string Id,
    string Text,
    IReadOnlyList<Reading> Readings,
    Disposition? Disposition,
    bool AsksPharmacist,
    string Fingerprint
);

/// <summary>How care guidance ends: where, when and how to be seen. Never a diagnosis, never a prescription.</summary>
/// <param name="Kind">Code of list dispositionKind.</param>
public sealed record Disposition(string Kind, string Where, string When, string How);
