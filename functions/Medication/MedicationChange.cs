using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

/// <summary>A list's next version, its entry in the record, and what leaves the list.</summary>
internal static class MedicationChange
{
    public static HouseholdUpdate<MedicationResult> Of(
        HouseholdPartition partition,
        HealthRecord record,
        MedicationList list,
        Course course,
        string action,
        Caller caller,
        DateTimeOffset now,
        MedicationReview review
    )
    {
        var (id, today) = (partition.Household.Id, now.ToChinaDate());
        var (next, leaving) = list.With(course, today);
        var entry = NewEntry.In(partition, partition.Household, PrescriptionEntry.Of(next, course, action, caller, now));
        return HouseholdUpdate.Of(
            new MedicationResult(MedicationOutcome.Done, review.ViewOf(entry.Household, next, record, today), []),
            entry.Household,
            [.. entry.Changes, MedicationList.StoredAs.Of(next.Member).Put(next), .. leaving.Select(next.PutAway)]
        );
    }
}
