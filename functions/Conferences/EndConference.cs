using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Conferences;

public sealed record ConcludeConferenceRequest(string? Text = null, bool ProposesRevision = false);

public sealed record CancelConferenceRequest(string? Reason = null);

/// <summary>
/// Ends a conference: by a conclusion from the opinions that are there, or by calling it off. The responsible physician does.
/// </summary>
public sealed class EndConferenceHandler(ConferenceChanges changes)
{
    public Task<ConferenceResult> ConcludeAsync(
        CaseKey key,
        ConcludeConferenceRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var text = NoteCheck.Required(validationErrors, "text", command.Text, CallConferenceRequest.MaxText);
        if (validationErrors.Errors.Count > 0)
        {
            return Task.FromResult(new ConferenceResult(ConferenceOutcome.Invalid) { Errors = validationErrors.Errors });
        }
        return changes.ChangeAsync(
            key,
            caller,
            (household, conference, signature, now) =>
            {
                var conclusion = new ConferenceConclusion(caller.PhysicianId!, text!, command.ProposesRevision, now)
                {
                    Signature = signature,
                };
                if (conference.Conclusion is { } before && before with { At = conclusion.At, Signature = signature } == conclusion)
                {
                    return new ConferenceChange(ConferenceOutcome.DoneBefore);
                }
                if (household.PhysicianId != caller.PhysicianId)
                {
                    return new ConferenceChange(ConferenceOutcome.NotAllowed);
                }
                if (conference.IsOver)
                {
                    return new ConferenceChange(ConferenceOutcome.IsOver);
                }
                if (conference.Opinions.Count == 0)
                {
                    return new ConferenceChange(ConferenceOutcome.NoOpinion);
                }
                var next = conference with { Conclusion = conclusion };
                return new ConferenceChange(ConferenceOutcome.Done, next, ConferenceEntries.Concluded(next, caller.AccountId));
            },
            cancellationToken
        );
    }

    public Task<ConferenceResult> CancelAsync(
        CaseKey key,
        CancelConferenceRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var reason = NoteCheck.Required(validationErrors, "reason", command.Reason, CallConferenceRequest.MaxText);
        if (validationErrors.Errors.Count > 0)
        {
            return Task.FromResult(new ConferenceResult(ConferenceOutcome.Invalid) { Errors = validationErrors.Errors });
        }
        return changes.ChangeAsync(
            key,
            caller,
            (household, conference, _, now) =>
            {
                var cancellation = new ConferenceCancellation(caller.PhysicianId!, reason!, now);
                if (conference.Cancellation is { } before && before with { At = cancellation.At } == cancellation)
                {
                    return new ConferenceChange(ConferenceOutcome.DoneBefore);
                }
                if (household.PhysicianId != caller.PhysicianId)
                {
                    return new ConferenceChange(ConferenceOutcome.NotAllowed);
                }
                if (conference.IsOver)
                {
                    return new ConferenceChange(ConferenceOutcome.IsOver);
                }
                var next = conference with { Cancellation = cancellation };
                return new ConferenceChange(ConferenceOutcome.Done, next, ConferenceEntries.Cancelled(next, caller.AccountId));
            },
            cancellationToken
        );
    }
}
