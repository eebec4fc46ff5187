using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>A plan as it is answered, with the household's responsible physician and the team around it.</summary>
public sealed record CarePlanView(
    string HouseholdId,
    int HouseholdVersion,
    int Member,
    string Name,
    int PlanVersion,
    CarePlanStatus Status,
    DateOnly DraftedOn,
    IReadOnlyList<string> Pathways,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Batches,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<Activity> Activities,
    IReadOnlyList<FollowUp> FollowUps,
    DateOnly? NextDueOn,
    IReadOnlyList<Urgency> Urgencies,
    IReadOnlyList<UrgentLimit> UrgentLimits,
    string? ResponsiblePhysician,
    IReadOnlyList<TeamMember> Team);

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

    private CarePlanView View(Household household, MemberSummary member, CarePlan plan) => new(
        household.Id.Value,
        household.Version,
        plan.Member,
        member.Name,
        plan.Version,
        plan.Status,
        plan.DraftedOn,
        plan.Pathways,
        plan.Conditions,
        plan.Batches,
        plan.Goals,
        plan.Activities,
        plan.FollowUps,
        plan.FollowUps.Count == 0 ? null : plan.FollowUps.Min(followUp => followUp.NextDueOn),
        plan.Urgencies,
        UrgentLimit.Of(plan, pathways.All, CarePlanDraft.AgeAt(member.BornOn, clock.Today())),
        household.PhysicianId,
        [.. household.Team.Where(one => plan.Disciplines.Contains(one.Discipline, StringComparer.Ordinal))]);
}
