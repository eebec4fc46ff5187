using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Conferences;

/// <summary>An opinion as it is signed.</summary>
public sealed record ConferenceOpinionRequest(string? Findings = null, string? Advice = null);

/// <summary>Signs the caller's own opinion. What is signed stays as it is.</summary>
public sealed class SignOpinionHandler(ConferenceChanges changes)
{
    /// <param name="physicianId">Whose opinion it is: nobody signs for another.</param>
    public Task<ConferenceResult> HandleAsync(
        CaseKey key,
        string physicianId,
        ConferenceOpinionRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var found = NoteCheck.Required(validationErrors, "findings", command.Findings, CallConferenceRequest.MaxText);
        var advice = NoteCheck.Required(validationErrors, "advice", command.Advice, CallConferenceRequest.MaxText);
        if (validationErrors.Errors.Count > 0)
        {
            return Task.FromResult(new ConferenceResult(ConferenceOutcome.Invalid) { Errors = validationErrors.Errors });
        }
        if (caller.PhysicianId != physicianId)
        {
            return Task.FromResult(new ConferenceResult(ConferenceOutcome.NotFound));
        }
        return changes.ChangeAsync(
            key,
            caller,
            (_, conference, signature, now) =>
                Decide(conference, new ConferenceOpinion(physicianId, found!, advice!, now) { Signature = signature }, caller),
            cancellationToken
        );
    }

    private static ConferenceChange Decide(Conference conference, ConferenceOpinion opinion, Caller caller)
    {
        if (!conference.Invited.Contains(opinion.PhysicianId, StringComparer.Ordinal))
        {
            return new ConferenceChange(ConferenceOutcome.NotAllowed);
        }
        if (conference.Opinions.FirstOrDefault(known => known.PhysicianId == opinion.PhysicianId) is { } signed)
        {
            return new ConferenceChange(
                signed with { SignedAt = opinion.SignedAt, Signature = opinion.Signature } == opinion
                    ? ConferenceOutcome.DoneBefore
                    : ConferenceOutcome.Differs
            );
        }

        if (conference.IsOver)
        {
            return new ConferenceChange(ConferenceOutcome.IsOver);
        }
        var next = conference with { Opinions = [.. conference.Opinions, opinion] };
        return new ConferenceChange(ConferenceOutcome.Done, next, ConferenceEntries.Signed(next, opinion, caller.AccountId));
    }
}
