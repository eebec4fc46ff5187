using System.Collections.Frozen;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Another physician is responsible: what waited for the former one because he was responsible waits for the next; what was his own (a
/// referral to him, an appointment with him) stays his; a transfer that was under way has no object any more. Pure.
/// </summary>
public static class Handover
{
    public const string TransferKind = "transfer";
    private const string OpinionKind = "opinion";

    /// <summary>Codes of list taskKind that go with being responsible.</summary>
    private static readonly FrozenSet<string> OfTheResponsible =
        new[] { "activity", "contract", "decision", "guidance", "question", "result" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="physicianId">Null when nobody is eligible: what waits goes on waiting where it is.</param>
    public static Household To(Household household, string? physicianId, IReadOnlyList<TeamMember> team)
    {
        var moves = physicianId != household.PhysicianId;
        return household with
        {
            PhysicianId = physicianId,
            Team = team,
            Tasks = [.. household.Tasks.Where(task => !moves || task.Kind != TransferKind).Select(task => task with { For = Next(task, household, physicianId, team) })],
            Guests = moves ? [.. household.Guests.Where(guest => !guest.Because.StartsWith($"{TransferKind}:", StringComparison.Ordinal))] : household.Guests,
        };
    }

    private static string? Next(HouseholdTask task, Household before, string? physicianId, IReadOnlyList<TeamMember> team)
    {
        if (task.For is not { } present) { return null; }
        if (IsOfTheResponsible(task) && WasResponsible(present, before)) { return physicianId ?? present; }
        var wasAsked = task.Kind == OpinionKind && before.Team.Contains(new TeamMember(task.Reference, present));
        return wasAsked ? team.FirstOrDefault(member => member.Discipline == task.Reference)?.PhysicianId ?? present : present;
    }

    private static bool IsOfTheResponsible(HouseholdTask task) =>
        OfTheResponsible.Contains(task.Kind) || (task.Kind == OpinionKind && task.Reference == Physician.GeneralPractice);

    // Where nobody was responsible, what waits for somebody outside the team has waited since it was handed to nobody.
    private static bool WasResponsible(string present, Household before) =>
        present == before.PhysicianId || (before.PhysicianId is null && before.Team.All(member => member.PhysicianId != present));
}
