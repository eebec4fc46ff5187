using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// A consultation as it is answered: what it is about and whose turn it is; its messages where one consultation was asked for.
/// </summary>
/// <param name="CanAskPharmacist">The team has one.</param>
public sealed record ConsultationView(
    string HouseholdId,
    int Member,
    string Name,
    string Id,
    ConsultationKind Kind,
    string? Condition,
    bool CannotDiagnoseOnline,
    bool Urgent,
    TriageResult? Triage,
    DateTimeOffset StartedAt,
    int MessageCount,
    DateTimeOffset LastMessageAt,
    bool AwaitsPhysician,
    bool AwaitsOpinion,
    bool AwaitsUnderstanding,
    bool CanAskPharmacist,
    Disposition? Disposition,
    DateTimeOffset? ClosedAt,
    ConsultationAuthor? ClosedBy,
    IReadOnlyList<MessageView>? Messages
)
{
    internal static ConsultationView Of(Household household, Consultation consultation, IReadOnlyList<MessageView>? messages) =>
        new(
            household.Id.Value,
            consultation.Member,
            household.Members.First(member => member.Number == consultation.Member).Name,
            consultation.Id,
            consultation.Kind,
            consultation.Condition,
            consultation.CannotDiagnoseOnline,
            consultation.Urgent,
            consultation.Triage,
            consultation.StartedAt,
            consultation.Messages.Count,
            consultation.Messages[^1].At,
            consultation.AwaitsPhysician,
            consultation.OpinionAskedAt is not null,
            consultation.AwaitsUnderstanding,
            ConsultationAuthors.PharmacistOf(household) is not null,
            consultation.Disposition,
            consultation.Closure?.At,
            consultation.Closure?.Author,
            messages
        );
}

/// <param name="Name">Of who wrote it.</param>
public sealed record MessageView(
    string Id,
    DateTimeOffset At,
    ConsultationAuthor Author,
    string? Name,
    Signature? Signature,
    string Text,
    IReadOnlyList<Reading> Readings,
    Disposition? Disposition
);

/// <param name="Open">All of them, on the first page.</param>
/// <param name="Closed">A page of those that are over.</param>
public sealed record ConsultationPage(IReadOnlyList<ConsultationView> Open, IReadOnlyList<ConsultationView> Closed, string? Cursor);
