using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Medication;

public sealed record GetMedicationResult(HouseholdAccess Access, MedicationView? View = null);

public sealed class GetMedicationHandler(
    HouseholdTable households,
    HouseholdDocuments documents,
    MedicationReview review,
    TimeProvider clock
)
{
    private const string AdherenceFact = "adherence";

    /// <summary>How far back an adherence still tells anything.</summary>
    private const int AdherenceDays = 200;

    public async Task<GetMedicationResult> HandleAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (await households.FindAsync(id, cancellationToken) is not { Household: var household })
        {
            return new GetMedicationResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetMedicationResult(access);
        }
        if (household.Members.All(person => person.Number != member))
        {
            return new GetMedicationResult(HouseholdAccess.Hidden);
        }
        if (await documents.FindAsync(id, HealthRecord.StoredAs.Of(member), cancellationToken) is not { } record)
        {
            return new GetMedicationResult(HouseholdAccess.Hidden);
        }
        var list =
            await documents.FindAsync(id, MedicationList.StoredAs.Of(member), cancellationToken) ?? new MedicationList(member, 0, []);
        var adherence = await LastAdherenceAsync(id, member, cancellationToken);
        var view = review.ViewOf(household, list, record, adherence, clock.Today());
        return new GetMedicationResult(access, view);
    }

    private async Task<Adherence?> LastAdherenceAsync(HouseholdId id, int member, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entries = await documents.ListAsync(
            id,
            Entry.Between(member, now.AddDays(-AdherenceDays), now.AddDays(1)),
            int.MaxValue,
            cancellationToken
        );
        var last = entries.LastOrDefault(entry => entry.Facts.ContainsKey(AdherenceFact));
        return last is null ? null : new Adherence(last.At, last.Facts[AdherenceFact]);
    }
}
