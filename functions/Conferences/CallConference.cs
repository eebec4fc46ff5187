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

    /// <returns>Null with the errors, all at once.</returns>
    internal (Conference? Conference, IReadOnlyList<FieldError> Errors) Check(
        CaseKey key,
        string fingerprint,
        Household household,
        IReadOnlyList<Physician> roster,
        Caller caller,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        var question = NoteCheck.Required(validationErrors, "question", Question, MaxText);
        if (AnswerBy is not { } answerBy)
        {
            validationErrors.Add("answerBy", "required");
        }
        else if (answerBy < now.ToChinaDate() || answerBy > Conference.LatestAnswer(now))
        {
            validationErrors.Add("answerBy", "conference-deadline", 30);
        }
        if (MeetsAt is { } meetsAt && (meetsAt < now || meetsAt > now.AddDays(31)))
        {
            validationErrors.Add("meetsAt", "conference-deadline", 30);
        }
        if (Invited is not { Count: > 0 })
        {
            validationErrors.Add("invited", "required");
        }
        else if (Invited.Count > MaxInvited)
        {
            validationErrors.Add("invited", "too-many", MaxInvited);
        }
        else
        {
            CheckInvited(validationErrors, Invited, household, roster, caller);
        }
        return validationErrors.Errors.Count > 0
            ? (null, validationErrors.Errors)
            : (
                new Conference(
                    key.Id,
                    key.Member,
                    caller.PhysicianId!,
                    now,
                    question!,
                    AnswerBy!.Value,
                    MeetsAt?.ToUniversalTime(),
                    [.. Invited!],
                    fingerprint
                ),
                []
            );
    }

    private static void CheckInvited(
        ValidationErrors validationErrors,
        IReadOnlyList<string> invited,
        Household household,
        IReadOnlyList<Physician> roster,
        Caller caller
    )
    {
        for (var index = 0; index < invited.Count; index++)
        {
            var isTwice = invited.Take(index).Contains(invited[index], StringComparer.Ordinal);
            var isThere = roster.Any(physician =>
                physician.Id.Value == invited[index] && physician.State is PhysicianState.Active && physician.Serves(household.VillageCode)
            );
            if (isTwice)
            {
                validationErrors.Add("invited", index, "twice");
            }
            else if (!isThere || invited[index] == caller.PhysicianId)
            {
                validationErrors.Add("invited", index, "conference-invited");
            }
        }
    }
}
