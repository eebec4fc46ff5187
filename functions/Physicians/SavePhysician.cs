using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Physicians;

public enum SavePhysicianOutcome
{
    Added,
    Changed,

    /// <summary>The roster says so already.</summary>
    Unchanged,

    /// <summary>Somebody changed the physician since the version given.</summary>
    ChangedMeanwhile,

    Invalid,
}

public sealed record SavePhysicianResult(SavePhysicianOutcome Outcome, Physician? Physician, IReadOnlyList<FieldError> Errors);

/// <summary>Keeps one line of the roster, by form and by import alike. A change is announced: whoever had nobody may have somebody now,
/// and whoever was his may have to go to another.</summary>
public sealed class SavePhysicianHandler(PhysicianCheck check, PhysicianTable physicians, Roster roster, MessageSender messages)
{
    /// <summary>By then the row is written, and the message finds the roster as it will be.</summary>
    private static readonly TimeSpan Written = TimeSpan.FromSeconds(1);

    /// <param name="version">What was read before the change; null to change whatever is there.</param>
    public async Task<SavePhysicianResult> HandleAsync(PhysicianRequest command, int? version, CancellationToken cancellationToken)
    {
        var (entered, errors) = check.Check(command);
        if (entered is null)
        {
            return new SavePhysicianResult(SavePhysicianOutcome.Invalid, null, errors);
        }
        return await ConflictRetry.RunAsync(
            async token =>
            {
                var stored = await physicians.FindAsync(entered.Id, token);
                // What does not name a state leaves it: the roster's file has none.
                if (command.State is null && stored is not null)
                {
                    entered = entered with { State = stored.Physician.State };
                }
                // Nobody is shown a number, so a form that leaves it out does not mean to take it away.
                if (command.Phone is null && stored is not null)
                {
                    entered = entered with { Phone = stored.Physician.Phone };
                }
                // A list without the column does not mean to take titles away.
                if (command.Title is null && stored is not null)
                {
                    entered = entered with { Title = stored.Physician.Title };
                }
                var (outcome, next) = Decide(stored?.Physician, entered, version);
                if (outcome is SavePhysicianOutcome.ChangedMeanwhile or SavePhysicianOutcome.Unchanged)
                {
                    return Attempt.Done(new SavePhysicianResult(outcome, stored?.Physician, []));
                }

                // Announced first: a crash in between leaves a message that finds nothing to do.
                var change = new RosterChanged(
                    next.RegionCode,
                    stored is not null && next.MayHaveToLetGo(stored.Physician) ? next.Id.Value : null
                );
                await messages.SendAsync(change, Written, token);
                var written = stored is null ? await physicians.AddAsync(next, token) : await physicians.ReplaceAsync(stored, next, token);
                roster.Forget(next.Id.Partition);
                return new Attempt<SavePhysicianResult>(written, new SavePhysicianResult(outcome, next, []));
            },
            cancellationToken
        );
    }

    private static (SavePhysicianOutcome Outcome, Physician Next) Decide(Physician? stored, Physician entered, int? version)
    {
        if (stored is null)
        {
            return (version is null ? SavePhysicianOutcome.Added : SavePhysicianOutcome.ChangedMeanwhile, entered);
        }
        var next = entered with { PanelCount = stored.PanelCount, Version = stored.Version };
        if (StoredJson.IsSame(next, stored))
        {
            return (SavePhysicianOutcome.Unchanged, stored);
        }
        return version is { } read && read != stored.Version
            ? (SavePhysicianOutcome.ChangedMeanwhile, stored)
            : (SavePhysicianOutcome.Changed, next with { Version = stored.Version + 1 });
    }
}
