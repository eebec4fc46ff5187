namespace Alleviation.Functions.Referrals;

/// <summary>The names are stored.</summary>
public enum ReferralStatus
{
    /// <summary>Somebody is asked to accept it.</summary>
    Sent,

    /// <summary>Nobody is left to be asked; the sender has to decide what now.</summary>
    Returned,

    /// <summary>The receiver awaits the patient.</summary>
    Accepted,

    /// <summary>The patient was seen; the answer is to come.</summary>
    Seen,

    /// <summary>Findings and instructions are there; the sender has to read them.</summary>
    Answered,

    Closed,
    Withdrawn,
}

public enum ReferralStep
{
    Accept,

    /// <summary>Not by this receiver: the next is asked.</summary>
    Decline,

    /// <summary>Not accepted in time: the next is asked.</summary>
    PassOn,
    See,
    Answer,
    Close,
    Withdraw,
}

public enum ReferralActor
{
    /// <summary>The physician who is asked, or has accepted.</summary>
    Receiver,

    /// <summary>Who sent it: the physician, or any health worker of the village; or the responsible physician in their stead.</summary>
    Sender,

    /// <summary>The clock.</summary>
    Service,
}

/// <summary>What may follow on what: the one table of a referral's life.</summary>
public static class ReferralSteps
{
    /// <returns>Null where the step is not to be taken. After Decline and PassOn it is Returned instead, where nobody is left.</returns>
    public static ReferralStatus? After(ReferralStatus status, ReferralStep step) =>
        (status, step) switch
        {
            (ReferralStatus.Sent, ReferralStep.Accept) => ReferralStatus.Accepted,
            (ReferralStatus.Sent, ReferralStep.Decline or ReferralStep.PassOn) => ReferralStatus.Sent,
            // Who accepted may fall ill.
            (ReferralStatus.Accepted, ReferralStep.Decline) => ReferralStatus.Sent,
            (ReferralStatus.Accepted, ReferralStep.See) => ReferralStatus.Seen,
            (ReferralStatus.Seen, ReferralStep.Answer) => ReferralStatus.Answered,
            // An answer that never comes must not keep it open for ever.
            (ReferralStatus.Seen or ReferralStatus.Answered, ReferralStep.Close) => ReferralStatus.Closed,
            (ReferralStatus.Sent or ReferralStatus.Returned or ReferralStatus.Accepted, ReferralStep.Withdraw) => ReferralStatus.Withdrawn,
            _ => null,
        };

    public static ReferralActor By(ReferralStep step) =>
        step switch
        {
            ReferralStep.Close or ReferralStep.Withdraw => ReferralActor.Sender,
            ReferralStep.PassOn => ReferralActor.Service,
            _ => ReferralActor.Receiver,
        };
}
