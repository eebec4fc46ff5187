using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Referrals;

/// <summary>A referral as it is sent.</summary>
/// <param name="Discipline">Left out down: the responsible physician's.</param>
/// <param name="To">The physician whom the sender wants; left out for the nearest.</param>
/// <param name="Instructions">What is to be done from now on: must be given down, may be up.</param>
public sealed record SendReferralRequest(
    ReferralDirection? Direction = null,
    string? Urgency = null,
    string? Discipline = null,
    string? Condition = null,
    string? To = null,
    string? Reason = null,
    string? Instructions = null
);

public enum SendReferralOutcome
{
    /// <summary>It is on its way, and the receiver sees it.</summary>
    Sent,

    /// <summary>It was sent before, whatever became of it since. Nothing changed.</summary>
    SentBefore,

    /// <summary>Another referral has this id. Nothing changed.</summary>
    Differs,

    /// <summary>The member has as many open ones as one may have.</summary>
    TooMany,

    /// <summary>The member has no open record, or has left.</summary>
    NoRecord,

    /// <summary>The caller sees the household but sends nobody from it.</summary>
    NotAllowed,

    Invalid,
    NotFound,
}

public sealed record SendReferralResult(SendReferralOutcome Outcome, ReferralView? View = null)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
