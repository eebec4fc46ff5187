using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Households;

/// <summary>
/// Something that somebody has to do for a household besides its follow-ups: an opinion to give, a question to answer, a referral to
/// accept. The header carries what is open, so that worklists need no other row; done means gone from it. Overdue is derived when read.
/// </summary>
/// <param name="Kind">Code of list taskKind.</param>
/// <param name="Reference">What it is about, unique within the kind and member: a discipline, a consultation's id …</param>
/// <param name="Member">0 for the household as a whole.</param>
/// <param name="For">The physician who has to; null for the health workers of the village.</param>
/// <param name="Condition">ICD-10 code that it is about.</param>
public sealed record HouseholdTask(
    string Kind,
    string Reference,
    int Member,
    DateOnly DueOn,
    bool Urgent = false,
    string? For = null,
    string? Condition = null
)
{
    /// <summary>Visits; and what an urgent visit leaves to the physician of somebody who has no plan.</summary>
    public const string FollowUpKind = "followUp";

    /// <summary>An activity of the plan in force; not stored, as it follows from the member's plan.</summary>
    public const string ActivityKind = "activity";

    private const int MaxNote = 120;

    /// <summary>Of somebody without a plan: a visit found what calls for treatment at once.</summary>
    internal bool IsUrgentVisit => Kind == FollowUpKind && Urgent;

    /// <summary>What whoever asks for it says, on one line and as far as a list has room for it; null where the kind says all.</summary>
    public string? Note { get; init; }

    /// <summary>Of an activity: what it is called.</summary>
    public Label? Label { get; init; }

    /// <summary>Of an activity: the discipline that it belongs to, also where the village does it.</summary>
    public string? Discipline { get; init; }

    public HouseholdTask Saying(string? text) => this with { Note = text is null ? null : OneLine(text) };

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxNote)
        {
            return line;
        }
        // Not in the middle of a character that takes two.
        var end = char.IsHighSurrogate(line[MaxNote - 2]) ? MaxNote - 2 : MaxNote - 1;
        return string.Concat(line.AsSpan(0, end), "…");
    }
}

/// <summary>A physician who may look at a member, or at the household, for as long as something lasts: a referral, a conference.</summary>
/// <param name="Because">The kind and id of what lasts, such as <c>referral:1f3a…</c>: it ends with it.</param>
/// <param name="Member">The member concerned; null for all, which only a transfer of the household asks for.</param>
/// <param name="Until">When it ends by itself, also where nobody ends what it was for; null for never.</param>
public sealed record Guest(string PhysicianId, string Because, int? Member = null, DateTimeOffset? Until = null)
{
    /// <param name="member">Null for the household as a whole.</param>
    public bool Covers(int? member, DateTimeOffset at) => IsFor(member) && (Until is null || at < Until);

    public bool IsFor(int? member) => Member is null || Member == member;
}
