using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.FollowUps;

internal static class VisitAccess
{
    /// <summary>Who makes visits: the health workers of the region, the responsible physician and the team. A guest only looks.</summary>
    public static bool MayVisit(this Caller caller, Household household) =>
        caller.To(household, hasReason: false) is HouseholdAccess.Allowed
        && (caller.Role is Role.HealthWorker
            || household.PhysicianId == caller.PhysicianId
            || household.Team.Any(member => member.PhysicianId == caller.PhysicianId));
}
