using Alleviation.Functions.Access;
using Alleviation.Functions.Households.Cases;

namespace Alleviation.Functions.Referrals;

/// <summary>A member sent from one who cares to another, up (上转) or down (下转); pure. Names are stored.</summary>
/// <param name="Id">Made by the client that sent it.</param>
/// <param name="Urgency">Code of list referralUrgency.</param>
/// <param name="Discipline">Of list discipline: what the receiver must be able to do.</param>
/// <param name="Condition">ICD-10 code that it is about.</param>
/// <param name="Instructions">What is to be done from now on; with every referral down.</param>
/// <param name="Named">The physician whom the sender wanted; null for the nearest.</param>
/// <param name="SentBy">Account id.</param>
/// <param name="From">The sending physician; null for a health worker of the village.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Referral(
    string Id,
    int Member,
    ReferralDirection Direction,
    string Urgency,
    string Discipline,
    string? Condition,
    string Reason,
    string? Instructions,
    string? Named,
    string SentBy,
    string? From,
    DateTimeOffset SentAt,
    string Fingerprint
) : ICase<Referral>
{
    public static CaseKind<Referral> StoredAs { get; } = new("referral");

    /// <summary>Of who sent it.</summary>
    public Signature? Signature { get; init; }

    public ReferralStatus Status { get; init; } = ReferralStatus.Sent;

    /// <summary>Who is asked or has accepted; null when nobody is left.</summary>
    public string? To { get; init; }

    /// <summary>Until when whoever is asked may accept.</summary>
    public DateTimeOffset? AcceptBy { get; init; }

    /// <summary>The day by which the next step is to be taken; past it, it is overdue.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Who was asked before, and is not asked again.</summary>
    public IReadOnlyList<ReferralPassing> Passed { get; init; } = [];

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public ReferralAnswer? Answer { get; init; }

    public ReferralEnd? End { get; init; }

    /// <summary>How often it was passed on: a time limit belongs to one turn.</summary>
    public int Turn => Passed.Count;

    public bool IsOver => Status is ReferralStatus.Closed or ReferralStatus.Withdrawn;

    public DateTimeOffset LastStepAt =>
        new[]
        {
            SentAt,
            AcceptedAt ?? SentAt,
            SeenAt ?? SentAt,
            Answer?.At ?? SentAt,
            Passed is [.., { At: var passed }] ? passed : SentAt,
        }.Max();

    /// <summary>What lasts as long as this: access to the household, and its tasks.</summary>
    public string Because => $"{Referral.StoredAs.Name}:{Id}";
}

public enum ReferralDirection
{
    /// <summary>To whom can do more: township, county, city, Internet hospital.</summary>
    Up,

    /// <summary>Back to the responsible physician, with instructions.</summary>
    Down,
}

/// <param name="Reason">Where it was declined.</param>
public sealed record ReferralPassing(string PhysicianId, DateTimeOffset At, ReferralPassingCause Cause, string? Reason);

public enum ReferralPassingCause
{
    Declined,

    /// <summary>Not accepted in time.</summary>
    NoAnswer,
}

public sealed record ReferralAnswer(string Findings, string Instructions, DateTimeOffset At)
{
    /// <summary>Of who answered.</summary>
    public Signature? Signature { get; init; }
}

/// <param name="By">Account id.</param>
public sealed record ReferralEnd(DateTimeOffset At, string By, string? Note);
