using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;

namespace Alleviation.Functions.Changes;

/// <summary>The cases of one kind: how they are found, listed and changed. Each slice keeps its own rules and words.</summary>
public sealed class Cases<T>(HouseholdTable households, HouseholdDocuments documents, HouseholdChanges changes)
    where T : class, ICase<T>
{
    /// <summary>More than anybody will have in a life; older ones are not listed.</summary>
    private const int MaxListed = 500;

    private static readonly CaseKind<T> Kind = T.StoredAs;

    /// <summary>Open or over; null where there is none.</summary>
    public async Task<T?> FindAsync(CaseKey key, CancellationToken cancellationToken) =>
        await documents.FindAsync(key.Household, Kind.Open(key), cancellationToken) ?? await FindPastAsync(key, cancellationToken);

    public Task<T?> FindPastAsync(CaseKey key, CancellationToken cancellationToken) =>
        documents.FindAsync(key.Household, Kind.Past(key), cancellationToken);

    /// <summary>Open ones and those that are over, in no order.</summary>
    /// <param name="partition">The household with those that are open.</param>
    public async Task<IReadOnlyList<T>> ListAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) =>
        [
            .. Kind.OpenOf(partition, member),
            .. await documents.ListAsync(partition.Household.Id, Kind.Documents.AllPastOf(member), MaxListed, cancellationToken),
        ];

    public Task<(IReadOnlyList<T> Documents, string? Continuation)> PagePastAsync(
        HouseholdId household,
        int member,
        string? continuation,
        int size,
        CancellationToken cancellationToken
    ) => documents.PageAsync(household, Kind.Documents.AllPastOf(member), continuation, size, cancellationToken);

    /// <summary>
    /// Changes a case with its household. One that is over is not read with the household, and looked up only where it is asked for.
    /// </summary>
    /// <param name="decide">Pure: of the household, and of the case as it stands, open or over.</param>
    /// <returns>Null where there is no such case.</returns>
    public async Task<Changed<TResult>?> ChangeAsync<TResult>(
        CaseKey key,
        Func<HouseholdPartition, T, HouseholdUpdate<TResult>> decide,
        CancellationToken cancellationToken
    )
    {
        var (isFound, changed) = await TryChangeAsync(past: null);
        if (isFound || changed is null || await FindPastAsync(key, cancellationToken) is not { } past)
        {
            return isFound ? changed : null;
        }
        (isFound, changed) = await TryChangeAsync(past);
        return isFound ? changed : null;

        async Task<(bool IsFound, Changed<TResult>? Changed)> TryChangeAsync(T? past)
        {
            var isFound = false;
            var changed = await changes.ChangeAsync(
                key.Household,
                partition =>
                {
                    var found = Kind.FindOpen(partition, key) ?? past;
                    isFound = found is not null;
                    return found is null ? HouseholdUpdate.None<TResult>(default!) : decide(partition, found);
                },
                cancellationToken
            );
            return (isFound, changed);
        }
    }

    /// <summary>Begins a case, once, however often it is asked for.</summary>
    /// <param name="prepare">Of the household, and of the case where it was begun before: what is answered, and the case where there is one
    /// to begin.</param>
    /// <param name="commit">Pure: what becomes of the household with the case begun in it.</param>
    /// <returns>Null where there is no such household.</returns>
    public Task<TResult?> BeginAsync<TResult>(
        CaseKey key,
        Func<Household, T?, CancellationToken, Task<(TResult Result, T? Begun)>> prepare,
        Func<HouseholdPartition, T, TResult, HouseholdUpdate<TResult?>> commit,
        CancellationToken cancellationToken
    )
        where TResult : class =>
        ConflictRetry.RunAsync(
            async token =>
            {
                if (await households.FindAsync(key.Household, token) is not { Household: var household })
                {
                    return Attempt.Done<TResult?>(null);
                }
                // Asked after the header was read: while its version stands, what was not found then is not there.
                var (result, begun) = await prepare(household, await FindAsync(key, token), token);
                if (begun is null)
                {
                    return Attempt.Done<TResult?>(result);
                }
                var changed = await changes.ChangeAsync(
                    key.Household,
                    partition =>
                        partition.Household.Version == household.Version
                            ? commit(partition, begun, result)
                            : HouseholdUpdate.None<TResult?>(null),
                    token
                );
                return new Attempt<TResult?>(changed?.Outcome is not null, changed?.Outcome);
            },
            cancellationToken
        );
}
