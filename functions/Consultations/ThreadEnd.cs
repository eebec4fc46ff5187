using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Consultations;

/// <summary>A question about somebody who has left waits for no answer any more.</summary>
public sealed class ThreadEnd(FieldSealer sealer) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var closed = ThreadRow.OpenOf(partition)
            .Select(row => ThreadRow.Read(row, sealer))
            .Where(thread => thread.Member == leaving.Member)
            .Select(thread => thread.Closed(thread.Closure ?? new ThreadClosure(leaving.At, leaving.By, ThreadAuthor.HealthWorker)) with { AwaitsUnderstanding = false })
            .ToList();
        return new MemberEnd(
            closed.Aggregate(household, (one, thread) => one.With(thread)),
            [.. closed.Select(thread => ThreadRow.Write(household.Id, thread, sealer))],
            [.. closed.Select(thread => ThreadRow.Key(thread.Member, thread.Id))]);
    }
}
