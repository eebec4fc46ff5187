using Alleviation.Functions.Households;

namespace Alleviation.Functions.Enrolment;

/// <summary>A household as it is answered. Citizen IDs are shown by their last four characters only; the form has them whole.</summary>
/// <param name="MayChange">Whether the caller cares for it; a guest and an official read only.</param>
public sealed record HouseholdView(
    string Id,
    string RegistrationNumber,
    string VillageCode,
    HouseholdStatus Status,
    int Version,
    string? Address,
    string? Phone,
    string Kind,
    IReadOnlyList<string> Causes,
    DateTimeOffset EnrolledAt,
    IReadOnlyList<MemberView> Members,
    string? ResponsiblePhysician,
    IReadOnlyList<TeamMember> Team,
    IReadOnlyList<HouseholdProblem> Problems,
    IReadOnlyList<PovertyStatus> PovertyStatuses,
    bool MayChange,
    string? PhoneAsGiven = null
)
{
    /// <param name="members">The rows of its members.</param>
    internal static HouseholdView Of(Household household, HouseholdStatus status, IReadOnlyList<Member> members, bool mayChange)
    {
        var known = members.ToDictionary(member => member.Number);
        return new HouseholdView(
            household.Id.Value,
            household.RegistrationNumber,
            household.VillageCode,
            status,
            household.Version,
            household.Address,
            household.Phone,
            household.Kind,
            household.Causes,
            household.EnrolledAt,
            [.. household.Members.Select(member => MemberView.Of(member, known.GetValueOrDefault(member.Number)))],
            household.PhysicianId,
            household.Team,
            household.Problems,
            household.PovertyStatuses,
            mayChange,
            household.PhoneAsGiven
        );
    }
}

public sealed record MemberView(
    int Number,
    string Name,
    string? IdNumberEnding,
    string? IdMissingReason,
    string Sex,
    DateOnly? BornOn,
    string? Relationship,
    string? Phone,
    IReadOnlyList<string> Conditions,
    string? RecordNumber,
    PlanSummary? Plan,
    DateTimeOffset? LastEntryAt,
    Departure? Departure,
    string? PhoneAsGiven = null
)
{
    internal static MemberView Of(MemberSummary summary, Member? member) =>
        new(
            summary.Number,
            summary.Name,
            member?.IdNumber?[^4..],
            member?.IdMissingReason,
            summary.Sex,
            summary.BornOn,
            member?.Relationship,
            member?.Phone,
            summary.Conditions,
            summary.RecordNumber,
            summary.Plan,
            summary.LastEntryAt,
            member?.Departure,
            member?.PhoneAsGiven
        );
}
