using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Referrals;

/// <summary>
/// What each step makes of a referral; pure. Whether the step is to be taken at all is asked of <see cref="ReferralSteps"/> before.
/// </summary>
internal static class ReferralLife
{
    /// <param name="next">Null where nobody is left.</param>
    public static Referral Asking(this Referral referral, string? next, ReferralUrgency limits, DateTimeOffset now) =>
        referral with
        {
            Status = next is null ? ReferralStatus.Returned : ReferralStatus.Sent,
            To = next,
            AcceptedAt = null,
            AcceptBy = next is null ? null : limits.AcceptBy(now),
            DueOn = next is null ? now.ToChinaDate() : limits.AcceptBy(now).ToChinaDate(),
        };

    public static Referral PassedOn(
        this Referral referral,
        ReferralPassingCause cause,
        string? reason,
        string? next,
        ReferralUrgency limits,
        DateTimeOffset now
    ) => (referral with { Passed = [.. referral.Passed, new ReferralPassing(referral.To!, now, cause, reason)] }).Asking(next, limits, now);

    public static Referral Accepted(this Referral referral, ReferralUrgency limits, DateTimeOffset now) =>
        referral with
        {
            Status = ReferralStatus.Accepted,
            AcceptedAt = now,
            AcceptBy = null,
            DueOn = Later(limits.SeeBy(referral.SentAt), now),
        };

    public static Referral Seen(this Referral referral, ReferralUrgency limits, DateTimeOffset now) =>
        referral with
        {
            Status = ReferralStatus.Seen,
            SeenAt = now,
            DueOn = limits.AnswerBy(now),
        };

    public static Referral Answered(this Referral referral, ReferralAnswer answer, ReferralUrgency limits) =>
        referral with
        {
            Status = ReferralStatus.Answered,
            Answer = answer,
            DueOn = limits.CloseBy(answer.At),
        };

    public static Referral Ended(this Referral referral, ReferralStatus status, string by, string? note, DateTimeOffset now) =>
        referral with
        {
            Status = status,
            End = new ReferralEnd(now, by, note),
            AcceptBy = null,
        };

    // Passed on for long, the day may have gone by before anybody accepted.
    private static DateOnly Later(DateOnly day, DateTimeOffset now) => day < now.ToChinaDate() ? now.ToChinaDate() : day;
}
