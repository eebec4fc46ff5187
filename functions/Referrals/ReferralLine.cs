namespace Alleviation.Functions.Referrals;

/// <summary>A referral as a line of a ledger (转诊台账). Names are stored.</summary>
/// <param name="From">The sending physician; null for a health worker of the village.</param>
/// <param name="To">Who is asked or has accepted; null when nobody is left.</param>
/// <param name="DueOn">For the next step; null once it is over.</param>
/// <param name="Person">
/// Null in the line of a physician who may look in no longer: what was done stays, whom it was done for does not.
/// </param>
internal sealed record ReferralLine(
    string Id,
    ReferralDirection Direction,
    ReferralStatus Status,
    string Urgency,
    string Discipline,
    string? From,
    string? To,
    DateTimeOffset SentAt,
    DateOnly? DueOn,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt,
    ReferredPerson? Person
)
{
    public static ReferralLine Of(Referral referral, ReferredPerson? person) =>
        new(
            referral.Id,
            referral.Direction,
            referral.Status,
            referral.Urgency,
            referral.Discipline,
            referral.From,
            referral.To,
            referral.SentAt,
            referral.IsOver ? null : referral.DueOn,
            referral.AcceptedAt,
            referral.SeenAt,
            referral.Answer?.At,
            referral.End?.At,
            person
        );
}

/// <summary>Who was referred and why, as far as a ledger tells it.</summary>
/// <param name="Condition">ICD-10 code that it is about.</param>
internal sealed record ReferredPerson(
    string HouseholdId,
    int Member,
    string Name,
    string Sex,
    DateOnly? BornOn,
    string VillageCode,
    string? Phone,
    string? RecordNumber,
    string? Condition,
    string Reason
)
{
    public override string ToString() => nameof(ReferredPerson);
}
