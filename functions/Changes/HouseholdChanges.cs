using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Changes;

/// <summary>
/// Every later change of a household: read it, decide in pure code, announce, commit, show. The views follow before the answer leaves, so
/// that what is done is gone from a list that is read next; the message comes only where that failed.
/// </summary>
public sealed class HouseholdChanges(
    HouseholdTable households,
    FollowingTasks follow,
    HouseholdCommits commits,
    ReminderRequests reminders,
    TimeProvider clock
)
{
    /// <param name="decide">Pure: it is asked again with what is there then, where somebody else was quicker.</param>
    /// <returns>Null where there is no such household, or the change is one of a member who lives in another household now.</returns>
    /// <exception cref="ChangedMeanwhileException">Others were quicker each time.</exception>
    public async Task<Changed<T>?> ChangeAsync<T>(
        HouseholdId id,
        Func<HouseholdPartition, HouseholdUpdate<T>> decide,
        CancellationToken cancellationToken
    ) =>
        await TryOnRecentAsync(id, decide, cancellationToken)
        ?? await ConflictRetry.RunAsync(
            async token =>
            {
                if (await households.ReadAsync(id, token) is not { } partition)
                {
                    return Attempt.Done<Changed<T>?>(null);
                }
                var update = decide(partition);
                if (TouchesWhoHasMoved(partition.Household, update))
                {
                    return Attempt.Done<Changed<T>?>(null);
                }
                if (update.Next is null)
                {
                    return Attempt.Done<Changed<T>?>(new Changed<T>(update.Outcome, partition.Household));
                }
                return await TryCommitAsync(partition, update, update.Next, token) is { } household
                    ? Attempt.Done<Changed<T>?>(new Changed<T>(update.Outcome, household))
                    : Attempt.Overtaken<Changed<T>?>();
            },
            cancellationToken
        );

    /// <summary>
    /// On what this process has just read. It may be old, so only what is committed counts, which its tag guards; a refusal, and what a
    /// family would be told before the commit, are decided on what is there.
    /// </summary>
    /// <returns>Null where it is to be read first.</returns>
    private async Task<Changed<T>?> TryOnRecentAsync<T>(
        HouseholdId id,
        Func<HouseholdPartition, HouseholdUpdate<T>> decide,
        CancellationToken cancellationToken
    )
    {
        if (households.Recall(id) is not { } recent)
        {
            return null;
        }
        var update = decide(recent);
        if (update is not { Next: { } next, Reminders: [] } || TouchesWhoHasMoved(recent.Household, update))
        {
            return null;
        }
        return await TryCommitAsync(recent, update, next, cancellationToken) is { } household
            ? new Changed<T>(update.Outcome, household)
            : null;
    }

    /// <returns>The household as it was committed and shown; null where somebody else was quicker.</returns>
    private async Task<Household?> TryCommitAsync<T>(
        HouseholdPartition partition,
        HouseholdUpdate<T> update,
        Household changed,
        CancellationToken cancellationToken
    )
    {
        var next = follow(partition.With(update.Changes), changed, clock.GetUtcNow()).After(partition.Household);
        if (update.Reminders.Count > 0)
        {
            await reminders.AnnounceAsync(next.Id, next.Version, update.Reminders, cancellationToken);
        }
        return await commits.CommitAsync(partition, next, update.Changes, cancellationToken) ? next : null;
    }

    // What was written here would be known to nobody who cares for the person where he or she lives.
    private static bool TouchesWhoHasMoved<T>(Household household, HouseholdUpdate<T> update) =>
        household.Members.Any(member => member.HasMoved)
        && update.Changes.Any(change =>
            DocumentKeys.MemberOf(change.Key) is { } member && household.Members.Any(person => person.Number == member && person.HasMoved)
        );
}

/// <summary>What pure code decides on a household as it was read.</summary>
/// <param name="Outcome">What the caller is told.</param>
/// <param name="Next">The header with the change in it, its version as it was; null where nothing is to be changed.</param>
/// <param name="Changes">The documents that change with it.</param>
public sealed record HouseholdUpdate<T>(T Outcome, Household? Next, IReadOnlyList<DocumentChange> Changes)
{
    /// <summary>What the family is to be told of.</summary>
    public IReadOnlyList<Reminder> Reminders { get; init; } = [];
}

public static class HouseholdUpdate
{
    public static HouseholdUpdate<T> None<T>(T outcome) => new(outcome, null, []);

    public static HouseholdUpdate<T> Of<T>(T outcome, Household next, params IReadOnlyList<DocumentChange> changes) =>
        new(outcome, next, changes);
}

/// <param name="Household">As it stands now: after the change, where there was one.</param>
public sealed record Changed<T>(T Outcome, Household Household);
