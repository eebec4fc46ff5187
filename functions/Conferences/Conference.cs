using Alleviation.Functions.Access;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Conferences;

/// <summary>
/// Named specialists around one case (远程会诊): each gives an opinion and signs, the responsible physician concludes. Names are stored.
/// </summary>
/// <param name="Id">Made by the client that called it.</param>
/// <param name="CalledBy">The physician who called it, then responsible.</param>
/// <param name="AnswerBy">The day by which the opinions are asked for.</param>
/// <param name="MeetsAt">Where they also meet, by telephone or video.</param>
/// <param name="Invited">Physician ids.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Conference(
    string Id,
    int Member,
    string CalledBy,
    DateTimeOffset CalledAt,
    string Question,
    DateOnly AnswerBy,
    DateTimeOffset? MeetsAt,
    IReadOnlyList<string> Invited,
    string Fingerprint
) : ICase<Conference>
{
    public static CaseKind<Conference> StoredAs { get; } = new("conference");

    public IReadOnlyList<ConferenceOpinion> Opinions { get; init; } = [];

    public ConferenceConclusion? Conclusion { get; init; }

    /// <summary>Why it was called off.</summary>
    public ConferenceCancellation? Cancellation { get; init; }

    public ConferenceStatus Status =>
        Conclusion is not null ? ConferenceStatus.Concluded
        : Cancellation is not null ? ConferenceStatus.Cancelled
        : ConferenceStatus.Open;

    public bool IsOver => Status is not ConferenceStatus.Open;

    /// <summary>What lasts as long as this: access to the household.</summary>
    public string Because => $"conference:{Id}";

    /// <summary>Whose opinion is still to come.</summary>
    public IEnumerable<string> Awaited => Invited.Where(physician => Opinions.All(opinion => opinion.PhysicianId != physician));

    public bool IsOverdueOn(DateOnly today) => !IsOver && AnswerBy < today;

    internal static DateOnly LatestAnswer(DateTimeOffset now) => now.ToChinaDate().AddDays(30);
}

public enum ConferenceStatus
{
    Open,
    Concluded,
    Cancelled,
}

/// <summary>Signed: it is not changed any more.</summary>
public sealed record ConferenceOpinion(string PhysicianId, string Findings, string Advice, DateTimeOffset SignedAt)
{
    public Signature? Signature { get; init; }
}

/// <param name="ProposesRevision">The care plan ought to be revised after it.</param>
public sealed record ConferenceConclusion(string PhysicianId, string Text, bool ProposesRevision, DateTimeOffset At)
{
    public Signature? Signature { get; init; }
}

public sealed record ConferenceCancellation(string PhysicianId, string Reason, DateTimeOffset At);
