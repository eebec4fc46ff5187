using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Who is responsible for a household, and who stands beside him; pure. A general practitioner serving the household's village, else
/// township, else county, with room on the panel; for each discipline that the plans call for, the nearest specialist: township, county,
/// city, then the Internet hospital (docs/domain.md §6).
/// </summary>
/// <param name="PhysicianId">Null when nobody is eligible.</param>
public sealed record Routing(string? PhysicianId, IReadOnlyList<TeamMember> Team)
{
    public static Routing For(Household household, IReadOnlyList<Physician> roster) =>
        new(Responsible(household, roster), Nearest(household, roster));

    /// <summary>Whether somebody is responsible who may stay so.</summary>
    public static bool HasResponsible(Household household, IReadOnlyList<Physician> roster) =>
        household.PhysicianId is { } present
        && roster.Any(physician => physician.Id.Value == present && physician.MayStayResponsibleIn(household.VillageCode));

    /// <summary>Whether all stays as it is: somebody is responsible who may stay so, and nobody of the team has to go.</summary>
    public static bool Stands(Household household, IReadOnlyList<Physician> roster) =>
        HasResponsible(household, roster) && household.Team.All(member => MayStay(member, household.VillageCode, roster));

    /// <summary>
    /// The team once a physician has handed the household over: who stood in it as well stands there no longer, and others take the place.
    /// </summary>
    public static IReadOnlyList<TeamMember> TeamWithout(string former, Household household, IReadOnlyList<Physician> roster) =>
        Nearest(
            household with
            {
                Team = [.. household.Team.Where(member => member.PhysicianId != former)],
            },
            [.. roster.Where(physician => physician.Id.Value != former)]
        );

    private static bool MayStay(TeamMember member, string villageCode, IReadOnlyList<Physician> roster) =>
        roster.Any(physician => physician.Id.Value == member.PhysicianId && physician.MayStayInTeamOf(villageCode, member.Discipline));

    private static string? Responsible(Household household, IReadOnlyList<Physician> roster)
    {
        // Whoever is responsible stays so: care is not moved for a better score.
        if (HasResponsible(household, roster))
        {
            return household.PhysicianId;
        }
        return NearestFirst(roster.Where(physician => physician.MayBeResponsibleIn(household.VillageCode)))
            .Select(level => Rendezvous.Choose(household.Id.Value, level.Select(physician => (physician.Id.Value, physician.Room))))
            .FirstOrDefault(chosen => chosen is not null);
    }

    private static List<TeamMember> Nearest(Household household, IReadOnlyList<Physician> roster)
    {
        var disciplines = household
            .PresentMembers.SelectMany(member => member.Plan is { IsOpen: true } plan ? plan.Disciplines : [])
            .Where(discipline => discipline != Physician.GeneralPractice)
            .Distinct(StringComparer.Ordinal);
        var serving = roster
            .Where(physician => physician.State is PhysicianState.Active && physician.Serves(household.VillageCode))
            .ToList();
        return
        [
            .. from discipline in disciplines
            // Whoever knows the family stays, as the responsible one does.
            let present = household.Team.FirstOrDefault(member =>
                member.Discipline == discipline && MayStay(member, household.VillageCode, roster)
            )
            let able = serving.Where(physician => physician.Disciplines.Contains(discipline, StringComparer.Ordinal))
            let chosen = present?.PhysicianId
                ?? NearestFirst(able)
                    .Select(level => Rendezvous.Choose(household.Id.Value, level.Select(physician => (physician.Id.Value, 1))))
                    .FirstOrDefault(id => id is not null)
            where chosen is not null
            select new TeamMember(discipline, chosen),
        ];
    }

    private static IEnumerable<IGrouping<int, Physician>> NearestFirst(IEnumerable<Physician> physicians) =>
        physicians.GroupBy(physician => physician.RegionCode.Length).OrderByDescending(level => level.Key);
}
