using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>A consultation about a member who has left is closed.</summary>
public sealed class ConsultationEnd : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        var closed = Consultation
            .StoredAs.OpenOf(partition, leaving.Member)
            .Select(consultation =>
                consultation.Closed(
                    consultation.Closure ?? new ConsultationClosure(leaving.At, leaving.By, ConsultationAuthor.HealthWorker)
                ) with
                {
                    AwaitsUnderstanding = false,
                }
            )
            .ToList();
        return new MemberEnd(
            closed.Aggregate(household, (next, consultation) => next.With(consultation)),
            [.. closed.SelectMany(Consultation.StoredAs.Next)]
        );
    }
}
