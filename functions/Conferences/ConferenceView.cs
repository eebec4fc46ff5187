using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Conferences;

/// <summary>A conference as it is answered.</summary>
/// <param name="IsOverdue">Derived when it is read.</param>
/// <param name="AwaitsMe">The caller was invited and has not signed yet.</param>
/// <param name="MayConclude">The caller is responsible, and it is open.</param>
public sealed record ConferenceView(
    string Id,
    string HouseholdId,
    int Member,
    string Name,
    string? RecordNumber,
    ConferenceStatus Status,
    string CalledBy,
    DateTimeOffset CalledAt,
    string Question,
    DateOnly AnswerBy,
    DateTimeOffset? MeetsAt,
    bool IsOverdue,
    IReadOnlyList<string> Invited,
    IReadOnlyList<ConferenceOpinion> Opinions,
    ConferenceConclusion? Conclusion,
    ConferenceCancellation? Cancellation,
    bool AwaitsMe,
    bool MayConclude
)
{
    public static ConferenceView Of(Household household, Conference conference, Caller caller, DateOnly today)
    {
        var member = household.Members.Single(person => person.Number == conference.Member);
        return new ConferenceView(
            conference.Id,
            household.Id.Value,
            conference.Member,
            member.Name,
            member.RecordNumber,
            conference.Status,
            conference.CalledBy,
            conference.CalledAt,
            conference.Question,
            conference.AnswerBy,
            conference.MeetsAt,
            conference.IsOverdueOn(today),
            conference.Invited,
            conference.Opinions,
            conference.Conclusion,
            conference.Cancellation,
            !conference.IsOver && conference.Awaited.Contains(caller.PhysicianId, StringComparer.Ordinal),
            !conference.IsOver && caller.PhysicianId is { } physician && household.PhysicianId == physician
        );
    }
}

public sealed record ConferenceList(IReadOnlyList<ConferenceView> Items);
