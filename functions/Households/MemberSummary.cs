using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Households;

/// <summary>What lists, routing and coverage need of a member, carried by the household's header.</summary>
/// <param name="Number">1 to 30, never given to another.</param>
/// <param name="Conditions">ICD-10 codes of list conditions.</param>
/// <param name="RecordNumber">17 digits, once the record is open.</param>
/// <param name="LastEntryAt">The newest entry of the record.</param>
public sealed record MemberSummary(
    int Number,
    string Name,
    string Sex,
    DateOnly? BornOn,
    IReadOnlyList<string> Conditions,
    string? RecordNumber = null,
    PlanSummary? Plan = null,
    DateTimeOffset? LastEntryAt = null,
    DateOnly? LeftOn = null
)
{
    /// <summary>Has an illness. Pregnancy, childbirth and being newborn (ICD-10 Z30 to Z39) need care but are not illnesses.</summary>
    public bool IsSick => Conditions.Any(code => !code.StartsWith("Z3", StringComparison.Ordinal));

    /// <summary>In full years; null where nobody knows it.</summary>
    public int? AgeAt(DateOnly day) => BornOn is { } born ? AgeAt(born, day) : null;

    public static int AgeAt(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>
    /// The newest entry that documents care; <see cref="DateTimeOffset.MinValue"/> where there is none yet. Null where
    /// this was not kept yet: then the newest entry of any kind counts.
    /// </summary>
    public DateTimeOffset? LastCareAt { get; init; }

    /// <summary>When the record was last in use (档案使用率).</summary>
    public DateTimeOffset? UsedAt => LastCareAt ?? LastEntryAt;

    /// <summary>This with an entry added to the record.</summary>
    public MemberSummary After(DateTimeOffset entryAt, bool isCare) =>
        this with
        {
            LastEntryAt = LastEntryAt > entryAt ? LastEntryAt : entryAt,
            LastCareAt =
                !isCare ? UsedAt ?? DateTimeOffset.MinValue
                : UsedAt > entryAt ? UsedAt
                : entryAt,
        };

    /// <summary>Code of list relationship; null in what was stored before it was kept here.</summary>
    public string? Relationship { get; init; }

    /// <summary>Whoever left is a member of another household now, and all that is known of the person stands there.</summary>
    public bool HasMoved { get; init; }

    /// <summary>One for each form by which the member was ever visited.</summary>
    public IReadOnlyList<FollowUpLedger> Ledgers { get; init; } = [];
}

/// <param name="Status">The plan's status, as stored.</param>
/// <param name="Urgent">A reading calls for treatment at once.</param>
/// <param name="Disciplines">Codes of list discipline, the general practitioner's first.</param>
/// <param name="Batches">Codes of list batch.</param>
public sealed record PlanSummary(
    string Status,
    bool Urgent,
    IReadOnlyList<DueFollowUp> FollowUps,
    IReadOnlyList<string> Disciplines,
    IReadOnlyList<string> Batches
)
{
    /// <summary>Why it is urgent, the newest first.</summary>
    public IReadOnlyList<UrgencySummary> Urgencies { get; init; } = [];

    /// <summary>While it waits for a decision; a draft does from the day on which it was drafted.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>
    /// Of the plan in force: the first that is due of each discipline, and of those that the village does; the earliest four.
    /// </summary>
    public IReadOnlyList<DueActivity> NextActivities { get; init; } = [];

    /// <summary>Draft, active … but neither completed nor cancelled.</summary>
    public bool IsOpen => Status is not ("completed" or "cancelled");

    /// <summary>Signed by the responsible physician, and valid: also while another version is worked on.</summary>
    public bool IsInForce => Status is "active" or "underRevision";
}

/// <summary>A finding that calls for treatment at once.</summary>
/// <param name="Reading">Code of list readings; null for a sign that a visit found.</param>
/// <param name="Value">Of the reading.</param>
/// <param name="Form">The form of the visit that found the sign; null for a reading.</param>
/// <param name="At">When it was found: the same value found again is another finding.</param>
public sealed record UrgencySummary(string? Reading, decimal? Value, DateOnly On, string? Form, DateTimeOffset At);

/// <summary>A plan that waits for a decision.</summary>
/// <param name="Since">When it began to wait.</param>
/// <param name="AskedOn">When the team was last asked; null for a revision on which nobody was asked yet.</param>
/// <param name="Given">Disciplines whose opinion is there.</param>
public sealed record PlanReview(DateOnly Since, DateOnly? AskedOn, IReadOnlyList<string> Given);

/// <param name="Code">The activity's.</param>
/// <param name="Discipline">Whose it is, a code of list discipline; null where the health workers of the village do it.</param>
public sealed record DueActivity(string Code, DateOnly DueOn, string? Discipline)
{
    /// <summary>As the plan calls it; null where the version that is worked on has it no longer.</summary>
    public Label? Label { get; init; }

    /// <summary>The discipline that it belongs to, also where the village does it; null as the label is.</summary>
    public string? OfDiscipline { get; init; }
}

/// <param name="Form">The follow-up form's code, after its pathway.</param>
/// <param name="EveryDays">The longest time between two regular visits.</param>
public sealed record DueFollowUp(string Form, DateOnly DueOn, int EveryDays = 0);

/// <param name="Discipline">Code of list discipline.</param>
public sealed record TeamMember(string Discipline, string PhysicianId);
