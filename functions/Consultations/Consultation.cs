using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Triage;

namespace Alleviation.Functions.Consultations;

/// <summary>
/// A conversation between the family's health worker and the physicians about one member (用药咨询, 就医指导). It holds what has to be decided
/// on: whose turn it is, and which messages there are. The words are entries of the record, for they stay as they were said.
/// </summary>
/// <param name="Id">Made by the client.</param>
/// <param name="StartedBy">Account id.</param>
/// <param name="Condition">ICD-10 code of the diagnosed condition that it is about.</param>
/// <param name="CannotDiagnoseOnline">
/// A new complaint: 互联网诊疗管理办法(试行) 2018 allows only to continue care for what was diagnosed face to face. It ends in a
/// disposition, and nothing is prescribed with reference to it.
/// </param>
public sealed record Consultation(
    string Id,
    int Member,
    ConsultationKind Kind,
    DateTimeOffset StartedAt,
    string StartedBy,
    string StartFingerprint,
    string? Condition,
    bool CannotDiagnoseOnline
) : ICase<Consultation>
{
    public static CaseKind<Consultation> StoredAs { get; } = new("consultation");

    public TriageResult? Triage { get; init; }

    /// <summary>A complaint that nobody has diagnosed face to face: nothing is prescribed for it online.</summary>
    public bool IsUndiagnosed => CannotDiagnoseOnline || (Condition is null && Triage is { Symptoms.Count: > 0 });

    public IReadOnlyList<MessageHead> Messages { get; init; } = [];

    /// <summary>An unanswered question that has to be read today.</summary>
    public bool Urgent { get; init; }

    public bool AwaitsPhysician { get; init; }

    public DateTimeOffset? OpinionAskedAt { get; init; }

    /// <summary>An answer that the family's side has not said to have understood.</summary>
    public bool AwaitsUnderstanding { get; init; }

    /// <summary>Since when something is awaited: from then it has its time limit.</summary>
    public DateTimeOffset AwaitedSince { get; init; }

    public Disposition? Disposition { get; init; }

    public ConsultationClosure? Closure { get; init; }

    /// <summary>Closed, and nobody has to do anything any more: it becomes a document of the past.</summary>
    public bool IsOver => Closure is not null && !AwaitsUnderstanding;

    public string TaskKind => Kind is ConsultationKind.Medication ? "question" : "guidance";
}

/// <param name="By">Account id.</param>
public sealed record ConsultationClosure(DateTimeOffset At, string By, ConsultationAuthor Author);
