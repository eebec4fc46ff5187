using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>The role that a caller has in a plan.</summary>
public enum PlanParty
{
    /// <summary>The household's responsible physician.</summary>
    Responsible,

    /// <summary>
    /// A physician of the team, for a discipline that the plan calls for; where it is about one discipline, for that one.
    /// </summary>
    TeamMember,

    HealthWorker,

    /// <summary>The service itself, which applies the pathways.</summary>
    Pathways,

    /// <summary>Others who may see it: guests, officials.</summary>
    Other,
}

internal static class PlanParties
{
    /// <param name="discipline">The one that it is about: then only its physician is a team member, the responsible one included.</param>
    public static PlanParty PartyIn(this Caller caller, Household household, CarePlan plan, string? discipline = null)
    {
        return caller.Role switch
        {
            Role.HealthWorker => PlanParty.HealthWorker,
            Role.Physician when discipline is not null => SpeaksFor(discipline) ? PlanParty.TeamMember : PlanParty.Other,
            Role.Physician when caller.PhysicianId == household.PhysicianId => PlanParty.Responsible,
            Role.Physician when plan.Disciplines.Any(SpeaksFor) => PlanParty.TeamMember,
            _ => PlanParty.Other,
        };

        bool SpeaksFor(string discipline) =>
            plan.Disciplines.Contains(discipline, StringComparer.Ordinal)
            && household.Team.Contains(new TeamMember(discipline, caller.PhysicianId ?? ""));
    }
}
