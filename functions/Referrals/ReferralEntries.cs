using System.Text.Json;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Referrals;

/// <summary>The entries that a referral adds to the record.</summary>
internal static class ReferralEntries
{
    public static Entry Sent(Referral referral) =>
        Of(referral, "sent", referral.SentAt, referral.SentBy, referral.Reason, referral.Instructions);

    public static Entry Answered(Referral referral, string by) =>
        Of(referral, "answered", referral.Answer!.At, by, referral.Answer.Findings, referral.Answer.Instructions);

    /// <summary>Closed or withdrawn.</summary>
    public static Entry Ended(Referral referral) =>
        Of(
            referral,
            referral.Status is ReferralStatus.Closed ? "closed" : "withdrawn",
            referral.End!.At,
            referral.End.By,
            referral.End.Note,
            null
        );

    private static Entry Of(Referral referral, string step, DateTimeOffset at, string by, string? note, string? instructions)
    {
        var facts = new Dictionary<string, string?>
        {
            ["step"] = step,
            ["direction"] = JsonNamingPolicy.CamelCase.ConvertName(referral.Direction.ToString()),
            ["urgency"] = referral.Urgency,
            ["discipline"] = referral.Discipline,
            ["condition"] = referral.Condition,
            ["physician"] = referral.To,
            ["instructions"] = instructions,
        };
        return new Entry(referral.Member, at, Referral.StoredAs.Name, $"{referral.Id}-{step}", by)
        {
            Reference = referral.Id,
            Note = note,
            Facts = facts
                .Where(fact => fact.Value is not null)
                .ToDictionary(fact => fact.Key, fact => JsonSerializer.SerializeToElement(fact.Value)),
        };
    }
}
