using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Pipeline;

/// <summary>
/// Takes a person with all that is known of him or her from the household that let go to the one that claimed the identity: the former
/// household lets nobody write any more, the history is copied, the new household takes in the rest in one commit, what leads to the
/// person follows, the former rows go, and last the record number leads here. Broken off anywhere, it goes on from there when the message
/// returns; a message that never succeeds is a problem that an operator sees (docs/adr/0016-a-person-moves.md).
/// </summary>
public sealed class PersonMoves(HouseholdTable households, RecordNumberTable numbers, IEnumerable<IPersonFollower> followers)
{
    public async Task MoveAsync(PersonPlace to, RecordNumber number, CancellationToken cancellationToken)
    {
        if (await numbers.FindAsync(number, cancellationToken) is not var (household, member))
        {
            throw new InvalidOperationException("A record number leads nowhere.");
        }
        var from = new PersonPlace(household, member);
        if (from != to)
        {
            var left = await LeaveAsync(from, cancellationToken);
            if (left.Find(MovingPerson.StoredAs.Of(from.Member)) is { } person)
            {
                await BringAsync(person, left, from, to, number.ToString(), cancellationToken);
                foreach (var follower in followers)
                {
                    await follower.FollowAsync(left, from, to, cancellationToken);
                }
                await ClearAsync(from, cancellationToken);
            }

            await numbers.PointAsync(number, to.Household, to.Member, cancellationToken);
        }
    }

    /// <summary>From this commit on nothing is written of the person in the former household.</summary>
    private Task<HouseholdPartition> LeaveAsync(PersonPlace from, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                var partition = await ReadAsync(from.Household, token);
                var household = partition.Household;
                if (household.Members.All(member => member.Number != from.Member || member.HasMoved))
                {
                    return Attempt.Done(partition);
                }
                var (next, person) = MovingPerson.Leave(household, from.Member, partition.Documents);
                next = next.After(household);
                await households.CommitAsync(
                    partition.Stored,
                    next,
                    [MovingPerson.StoredAs.Of(from.Member).Put(person)],
                    new HouseholdChanged(household.Id.Value, next.Version),
                    token
                );
                // Committed or overtaken: it is read again, as it stands without the person.
                return Attempt.Overtaken<HouseholdPartition>();
            },
            cancellationToken
        );

    private async Task BringAsync(
        MovingPerson person,
        HouseholdPartition left,
        PersonPlace from,
        PersonPlace to,
        string number,
        CancellationToken cancellationToken
    )
    {
        var partition = await ReadAsync(to.Household, cancellationToken);
        if (HasArrived(partition, to, number))
        {
            return;
        }
        var plansOfHere = partition.Find(MemberCare.StoredAs.Of(to.Member));
        var keepsOwnPlan = plansOfHere is { Plan.Status: var own } && own.IsInForce() && person.Summary.Plan is not { IsInForce: true };
        if (plansOfHere is not null && !keepsOwnPlan)
        {
            await PutAsideOwnPlanAsync(to, cancellationToken);
        }
        var documents = await households.ListOfPersonAsync(from, cancellationToken);
        bool GivesWay(StoredDocument document) => keepsOwnPlan && MovedDocument.IsOfPlan(document.Key);
        await households.BringAsync(
            to.Household,
            [
                .. documents
                    .Where(document => DocumentKeys.IsOfPast(document.Key) && !GivesWay(document))
                    .Select(document => MovedDocument.Of(document, to.Member)),
                .. documents.Where(GivesWay).Select(document => MovedDocument.Aside(document, to.Member)),
            ],
            cancellationToken
        );
        var standing = left.Documents.Where(document => DocumentKeys.MemberOf(document.Key) == from.Member && !GivesWay(document)).ToList();
        var bringing = keepsOwnPlan ? person with { Summary = person.Summary with { Plan = null } } : person;
        await ConflictRetry.RunAsync(
            async token =>
            {
                var here = await ReadAsync(to.Household, token);
                if (HasArrived(here, to, number))
                {
                    return true;
                }
                var arrival = PersonArrival.In(here, to.Member, number, bringing, standing);
                var announcement = new EnrolmentReceived(to.Household.Value, arrival.Household.Version);
                return await households.CommitAsync(here.Stored, arrival.Household, arrival.Changes, announcement, token) is not null;
            },
            cancellationToken
        );
    }

    // Somebody whose papers were missing has a plan of the new household, too: the one that is in force goes on, and nothing is thrown
    // away.
    private async Task PutAsideOwnPlanAsync(PersonPlace to, CancellationToken cancellationToken)
    {
        var own = (await households.ListOfPersonAsync(to, cancellationToken))
            .Where(document => MovedDocument.IsOfPlan(document.Key))
            .ToList();
        await households.BringAsync(to.Household, own.Select(document => MovedDocument.Aside(document, to.Member)), cancellationToken);
        // The plan itself is replaced by the one that arrives.
        var replaced = MemberCare.StoredAs.Of(to.Member).Value;
        await households.ClearAsync(to.Household, own.Select(document => document.Key).Where(key => key != replaced), cancellationToken);
    }

    private async Task ClearAsync(PersonPlace from, CancellationToken cancellationToken)
    {
        var keys = (await households.ListOfPersonAsync(from, cancellationToken))
            .Select(document => document.Key)
            .Where(key => DocumentKeys.KindOf(key) != Member.StoredAs.Name)
            .OrderBy(key => key == MovingPerson.StoredAs.Of(from.Member).Value);
        await households.ClearAsync(from.Household, keys, cancellationToken);
    }

    private static bool HasArrived(HouseholdPartition partition, PersonPlace to, string number) =>
        partition.Household.Members.Any(member => member.Number == to.Member && member.RecordNumber == number);

    private async Task<HouseholdPartition> ReadAsync(HouseholdId household, CancellationToken cancellationToken) =>
        await households.ReadAsync(household, cancellationToken)
        ?? throw new InvalidOperationException("A household that a person lives in is not there.");
}
