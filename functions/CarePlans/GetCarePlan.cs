using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

public sealed record GetCarePlanResult(HouseholdAccess Access, CarePlanView? View = null);

public sealed class GetCarePlanHandler(
    HouseholdTable households, TableServiceClient service, FieldSealer sealer, Pathways pathways, TimeProvider clock)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<GetCarePlanResult> HandleAsync(HouseholdId id, int member, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(id, cancellationToken) is not { Household: var household }) { return new GetCarePlanResult(HouseholdAccess.Hidden); }
        var access = caller.To(household, hasReason);
        if (access is not HouseholdAccess.Allowed) { return new GetCarePlanResult(access); }
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, HouseholdRow.MemberKey(CarePlanRow.Kind, member), cancellationToken: cancellationToken);
        return row.HasValue && household.Members.FirstOrDefault(one => one.Number == member) is { } summary
            ? new GetCarePlanResult(access, View(household, summary, CarePlanRow.Read(row.Value!, sealer)))
            : new GetCarePlanResult(HouseholdAccess.Hidden);
    }

    private CarePlanView View(Household household, MemberSummary member, MemberCare care) => CarePlanView.Of(
        household, member, care, UrgentLimit.Of(care.Plan, pathways.All, CarePlanDraft.AgeAt(member.BornOn, clock.Today())));
}
