using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Consultations;

public sealed record GetConsultationResult(HouseholdAccess Access, ConsultationView? View = null);

public sealed class GetConsultationHandler(HouseholdTable households, Cases<Consultation> consultations, ConsultationViews views)
{
    public async Task<GetConsultationResult> HandleAsync(CaseKey key, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(key.Household, cancellationToken) is not { Household: var household })
        {
            return new GetConsultationResult(HouseholdAccess.Hidden);
        }
        var access = caller.To(household, key.Member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new GetConsultationResult(access);
        }
        var consultation = await consultations.FindAsync(key, cancellationToken);
        return consultation is null
            ? new GetConsultationResult(HouseholdAccess.Hidden)
            : new GetConsultationResult(access, await views.OfAsync(household, consultation, cancellationToken));
    }
}
