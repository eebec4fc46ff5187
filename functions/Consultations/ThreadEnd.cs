using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>A question about somebody who has left waits for no answer any more.</summary>
public sealed class ThreadEnd : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var closed = ConsultationThread.StoredAs.OpenOf(partition, leaving.Member)
            .Select(thread => thread.Closed(thread.Closure ?? new ThreadClosure(leaving.At, leaving.By, ThreadAuthor.HealthWorker)) with { AwaitsUnderstanding = false })
            .ToList();
        return new MemberEnd(
            closed.Aggregate(household, (one, thread) => one.With(thread)),
            [.. closed.SelectMany(ConsultationThread.StoredAs.Next)]);
    }
}
