using System.Collections.Frozen;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Referrals;

/// <summary>How much time each step has: seeds/codes/referralUrgency.json.</summary>
public sealed class ReferralUrgencies(SeedFolder seeds)
{
    private readonly FrozenDictionary<string, ReferralUrgency> _all = seeds
        .ItemsOf<ReferralUrgency>(ReferralUrgency.List)
        .ToFrozenDictionary(urgency => urgency.Code, StringComparer.Ordinal);

    public ReferralUrgency this[string code] => _all[code];
}

/// <param name="AcceptHours">Until somebody who is asked has accepted; then the next is asked.</param>
/// <param name="SeeDays">From sending until the patient is seen.</param>
/// <param name="AnswerDays">From there until the answer.</param>
/// <param name="CloseDays">From the answer until the sender has read it and closed.</param>
public sealed record ReferralUrgency(string Code, int AcceptHours, int SeeDays, int AnswerDays, int CloseDays)
{
    public const string List = "referralUrgency";
    public const string Emergency = "emergency";

    public TimeSpan AcceptTime => TimeSpan.FromHours(AcceptHours);

    public DateTimeOffset AcceptBy(DateTimeOffset askedAt) => askedAt + AcceptTime;

    public DateOnly SeeBy(DateTimeOffset sentAt) => sentAt.ToChinaDate().AddDays(SeeDays);

    public DateOnly AnswerBy(DateTimeOffset seenAt) => seenAt.ToChinaDate().AddDays(AnswerDays);

    public DateOnly CloseBy(DateTimeOffset answeredAt) => answeredAt.ToChinaDate().AddDays(CloseDays);
}
