using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Conferences;

/// <summary>A conference as it is called.</summary>
/// <param name="AnswerBy">Today to thirty days from now.</param>
/// <param name="Invited">Physicians who care for the household's village.</param>
public sealed record CallConferenceRequest(
    string? Question = null,
    DateOnly? AnswerBy = null,
    DateTimeOffset? MeetsAt = null,
    IReadOnlyList<string>? Invited = null
)
{
    private const int MaxInvited = 8;
    public const int MaxText = 1000;

    /// <returns>Null with the findings, all at once.</returns>
    internal (Conference? Conference, IReadOnlyList<FieldError> Errors) Check(
        CaseKey key,
        Household household,
        IReadOnlyList<Physician> roster,
        Caller caller,
        DateTimeOffset now
    )
    {
        var findings = new ValidationErrors();
        var question = NoteCheck.Required(findings, "question", Question, MaxText);
        if (AnswerBy is not { } answerBy)
        {
            findings.Add("answerBy", "required");
        }
        else if (answerBy < now.ToChinaDate() || answerBy > Conference.LatestAnswer(now))
        {
            findings.Add("answerBy", "conference-deadline", 30);
        }
        if (MeetsAt is { } meetsAt && (meetsAt < now || meetsAt > now.AddDays(31)))
        {
            findings.Add("meetsAt", "conference-deadline", 30);
        }
        if (Invited is not { Count: > 0 })
        {
            findings.Add("invited", "required");
        }
        else if (Invited.Count > MaxInvited)
        {
            findings.Add("invited", "too-many", MaxInvited);
        }
        else
        {
            CheckInvited(findings, Invited, household, roster, caller);
        }
        return findings.Errors.Count > 0
            ? (null, findings.Errors)
            : (
                new Conference(
                    key.Id,
                    key.Member,
                    caller.PhysicianId!,
                    now,
                    question!,
                    AnswerBy!.Value,
                    MeetsAt?.ToUniversalTime(),
                    [.. Invited!]
                ),
                []
            );
    }

    /// <summary>Whether this is what was called.</summary>
    internal bool Called(Conference conference, Caller caller) =>
        conference.CalledBy == caller.PhysicianId
        && conference.Question == Question?.Trim().ReplaceLineEndings("\n")
        && conference.AnswerBy == AnswerBy
        && conference.MeetsAt == MeetsAt
        && conference.Invited.SequenceEqual(Invited ?? [], StringComparer.Ordinal);

    private static void CheckInvited(
        ValidationErrors findings,
        IReadOnlyList<string> invited,
        Household household,
        IReadOnlyList<Physician> roster,
        Caller caller
    )
    {
        for (var index = 0; index < invited.Count; index++)
        {
            var isTwice = invited.Take(index).Contains(invited[index], StringComparer.Ordinal);
            var isThere = roster.Any(one =>
                one.Id.Value == invited[index] && one.State is PhysicianState.Active && one.Serves(household.VillageCode)
            );
            if (isTwice)
            {
                findings.Add("invited", index, "twice");
            }
            else if (!isThere || invited[index] == caller.PhysicianId)
            {
                findings.Add("invited", index, "conference-invited");
            }
        }
    }
}
