using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Referrals;

/// <summary>A step as somebody takes it.</summary>
/// <param name="Reason">Why it is declined, withdrawn, or closed without an answer; what was told the family, where it is closed.</param>
/// <param name="Findings">Of the answer.</param>
/// <param name="Instructions">Of the answer.</param>
public sealed record TakeReferralStep(ReferralStep Step, string? Reason = null, string? Findings = null, string? Instructions = null);

public enum TakeReferralStepOutcome
{
    Taken,

    /// <summary>It was taken before, by the same hand and with the same words. Nothing changed.</summary>
    TakenBefore,

    /// <summary>The referral is at another step by now. Nothing changed.</summary>
    NotTheStep,

    /// <summary>Somebody else's to take.</summary>
    NotAllowed,

    Invalid,

    /// <summary>Not there, or not for the caller, or no more.</summary>
    NotFound,
}

/// <param name="View">Null where the caller sees the household no more.</param>
public sealed record TakeReferralStepResult(TakeReferralStepOutcome Outcome, ReferralView? View = null)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
