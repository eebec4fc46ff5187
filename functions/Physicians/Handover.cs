using System.Collections.Frozen;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>
/// Another physician is responsible: what waited for the former one because he was responsible waits for the next; what was his own (a
/// referral to him, an appointment with him) stays his; a transfer that was under way has no object any more. Pure.
/// </summary>
public static class Handover
{
    public const string TransferKind = "transfer";
    private const string ConferenceKind = "conference";

    /// <summary>Codes of list taskKind that go with being responsible; what plans give to do follows from them (PlanTasks).</summary>
    private static readonly FrozenSet<string> OfTheResponsible = new[]
    {
        "contract",
        "guidance",
        "medicationReview",
        "question",
        "testReport",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those that only wait with the health workers while nobody is responsible.</summary>
    private static readonly FrozenSet<string> ForAPhysician = new[] { "medicationReview", "testReport" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    /// <param name="physicianId">Null when nobody is eligible: what waits goes on waiting where it is.</param>
    public static Household To(Household household, string? physicianId, IReadOnlyList<TeamMember> team)
    {
        var moves = physicianId != household.PhysicianId;
        return PlanTasks.Follow(
            household with
            {
                PhysicianId = physicianId,
                Team = team,
                Tasks =
                [
                    .. household
                        .Tasks.Where(task => !moves || task.Kind != TransferKind)
                        .Select(task => task with { For = Next(task, household, physicianId) }),
                ],
                Guests = moves
                    ? [.. household.Guests.Where(guest => !guest.Because.StartsWith($"{TransferKind}:", StringComparison.Ordinal))]
                    : household.Guests,
            }
        );
    }

    private static string? Next(HouseholdTask task, Household before, string? physicianId) =>
        task.For is null && ForAPhysician.Contains(task.Kind) ? physicianId
        : task.For is { } present && IsOfTheResponsible(task) && WasResponsible(present, before) ? physicianId ?? present
        : task.For;

    // Whoever is invited to a conference has a task with an own reference below the conference's.
    private static bool IsOfTheResponsible(HouseholdTask task) =>
        OfTheResponsible.Contains(task.Kind) || (task.Kind == ConferenceKind && !task.Reference.Contains('/', StringComparison.Ordinal));

    // Where nobody was responsible, what waits for somebody outside the team has waited since it was handed to nobody.
    private static bool WasResponsible(string present, Household before) =>
        present == before.PhysicianId || (before.PhysicianId is null && before.Team.All(member => member.PhysicianId != present));
}
