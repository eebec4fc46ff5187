using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>A thread as it is answered: what it is about and whose turn it is; its messages where one thread was asked for.</summary>
/// <param name="CanAskPharmacist">The team has one.</param>
public sealed record ThreadView(
    string HouseholdId,
    int Member,
    string Name,
    string Id,
    ThreadKind Kind,
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
    ThreadAuthor? ClosedBy,
    IReadOnlyList<MessageView>? Messages)
{
    internal static ThreadView Of(Household household, ConsultationThread thread, IReadOnlyList<MessageView>? messages) => new(
        household.Id.Value,
        thread.Member,
        household.Members.First(member => member.Number == thread.Member).Name,
        thread.Id,
        thread.Kind,
        thread.Condition,
        thread.CannotDiagnoseOnline,
        thread.Urgent,
        thread.Triage,
        thread.StartedAt,
        thread.Messages.Count,
        thread.Messages[^1].At,
        thread.AwaitsPhysician,
        thread.OpinionAskedAt is not null,
        thread.AwaitsUnderstanding,
        ThreadAuthors.PharmacistOf(household) is not null,
        thread.Disposition,
        thread.Closure?.At,
        thread.Closure?.Author,
        messages);
}

/// <param name="Name">Of who wrote it.</param>
public sealed record MessageView(
    string Id, DateTimeOffset At, ThreadAuthor Author, string? Name, string Text, IReadOnlyList<Reading> Readings, Disposition? Disposition);

/// <param name="Open">All of them, on the first page.</param>
/// <param name="Closed">A page of those that are over.</param>
public sealed record ThreadPage(IReadOnlyList<ThreadView> Open, IReadOnlyList<ThreadView> Closed, string? Cursor);
