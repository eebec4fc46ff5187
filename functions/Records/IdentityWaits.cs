using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Records;

/// <summary>
/// Households that wait for another to let a person go: the holder is told, and whoever waits goes on by itself once the identity is free.
/// Done twice, it does no harm: at most a household is built once more.
/// </summary>
public sealed class IdentityWaits(HouseholdTable households)
{
    /// <summary>Those who wait try again: the first of them has the person then.</summary>
    public async Task WakeAsync(Identity? free, CancellationToken cancellationToken)
    {
        if (free is not { Household: null })
        {
            return;
        }
        foreach (var waiting in free.WaitingHouseholds)
        {
            await ChangeAsync(
                waiting,
                household =>
                    // One that is being built may just have been refused: the new version keeps the outdated refusal from being stored.
                    household.Stage is HouseholdStage.Received
                    || household.Problems.Any(problem => problem.Code == HouseholdProblem.IdentityHeld)
                        ? household with
                        {
                            Stage = HouseholdStage.Received,
                        }
                        : null,
                next => new EnrolmentReceived(next.Id.Value, next.Version),
                cancellationToken
            );
        }
    }

    /// <summary>Tells the household that holds an identity whether somebody waits for it.</summary>
    public async Task TellHolderAsync(Identity? held, CancellationToken cancellationToken)
    {
        if (held is not { Household: { } holder, Member: var member })
        {
            return;
        }
        var problem = new HouseholdProblem(HouseholdProblem.IdentityWanted, member);
        var isWanted = held.Waiting.Length > 0;
        await ChangeAsync(
            holder,
            household =>
                household.Problems.Contains(problem) == isWanted || household.PresentMembers.All(person => person.Number != member)
                    ? null
                    : household with
                    {
                        Problems = isWanted ? [.. household.Problems, problem] : [.. household.Problems.Where(known => known != problem)],
                    },
            next => new HouseholdChanged(next.Id.Value, next.Version),
            cancellationToken
        );
    }

    private Task ChangeAsync<T>(
        HouseholdId id,
        Func<Household, Household?> change,
        Func<Household, T> announce,
        CancellationToken cancellationToken
    )
        where T : IMessage =>
        ConflictRetry.RunAsync(
            async token =>
            {
                if (await households.FindAsync(id, token) is not { } stored || change(stored.Household) is not { } changed)
                {
                    return true;
                }
                var next = changed.After(stored.Household);
                return await households.CommitAsync(stored, next, [], announce(next), token) is not null;
            },
            cancellationToken
        );
}
