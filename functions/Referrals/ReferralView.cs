using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Referrals;

/// <summary>A referral as it is answered.</summary>
/// <param name="From">The sending physician; left out for a health worker.</param>
/// <param name="Signature">Of who sent it.</param>
/// <param name="IsOverdue">Derived when it is read.</param>
/// <param name="Steps">What the caller may do with it now.</param>
public sealed record ReferralView(
    string Id,
    string HouseholdId,
    int Member,
    string Name,
    string? RecordNumber,
    ReferralDirection Direction,
    ReferralStatus Status,
    string Urgency,
    string Discipline,
    string? Condition,
    string Reason,
    string? Instructions,
    string? From,
    Signature? Signature,
    DateTimeOffset SentAt,
    string? To,
    DateTimeOffset? AcceptBy,
    DateOnly? DueOn,
    bool IsOverdue,
    IReadOnlyList<ReferralPassing> Passed,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? SeenAt,
    ReferralAnswer? Answer,
    DateTimeOffset? EndedAt,
    string? EndNote,
    IReadOnlyList<ReferralStep> Steps
)
{
    public static ReferralView Of(Household household, Referral referral, Caller caller, DateOnly today)
    {
        var member = household.Members.Single(person => person.Number == referral.Member);
        return new ReferralView(
            referral.Id,
            household.Id.Value,
            referral.Member,
            member.Name,
            member.RecordNumber,
            referral.Direction,
            referral.Status,
            referral.Urgency,
            referral.Discipline,
            referral.Condition,
            referral.Reason,
            referral.Instructions,
            referral.From,
            referral.Signature,
            referral.SentAt,
            referral.To,
            referral.AcceptBy,
            referral.IsOver ? null : referral.DueOn,
            !referral.IsOver && referral.DueOn < today,
            referral.Passed,
            referral.AcceptedAt,
            referral.SeenAt,
            referral.Answer,
            referral.End?.At,
            referral.End?.Note,
            [
                .. Enum.GetValues<ReferralStep>()
                    .Where(step =>
                        ReferralSteps.After(referral.Status, step) is not null && ReferralRights.MayTake(caller, household, referral, step)
                    ),
            ]
        );
    }
}

public sealed record ReferralList(IReadOnlyList<ReferralView> Items);
