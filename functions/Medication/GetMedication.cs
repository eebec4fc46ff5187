using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Medication;

public sealed record GetMedicationResult(HouseholdAccess Access, MedicationView? View = null);

/// <summary>What a member takes: one partition read.</summary>
public sealed class GetMedicationHandler(HouseholdTable households, MedicationReview review, TimeProvider clock)
{
    public async Task<GetMedicationResult> HandleAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (await households.ReadAsync(id, cancellationToken) is not { } partition)
        {
            return new GetMedicationResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(partition.Household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetMedicationResult(access);
        }
        return review.ViewIn(partition, member, clock.Today()) is { } view
            ? new GetMedicationResult(access, view)
            : new GetMedicationResult(HouseholdAccess.Hidden);
    }
}
