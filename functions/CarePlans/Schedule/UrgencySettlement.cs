using Alleviation.Functions.Households;

namespace Alleviation.Functions.CarePlans.Schedule;

/// <summary>That what called for treatment at once has been dealt with, in the words of whoever did.</summary>
/// <param name="Id">Made by the client that sent it: sent twice it counts once.</param>
/// <param name="By">Account id.</param>
/// <param name="Findings">What was settled.</param>
/// <param name="Fingerprint">Of what was sent: the same again is told apart from something else.</param>
public sealed record UrgencySettlement(
    string Id,
    DateTimeOffset At,
    string By,
    string Reason,
    IReadOnlyList<Urgency> Findings,
    string Fingerprint
)
{
    public static DocumentKind<UrgencySettlement> StoredAs { get; } = new("urgencySettlement");
}

/// <summary>A household in which a member's urgent findings are settled.</summary>
/// <param name="Household">The header, its version as it was.</param>
/// <param name="Findings">What was settled; empty where only a task called for a visit.</param>
/// <param name="Changes">To be committed with the header.</param>
internal sealed record SettledUrgency(Household Household, IReadOnlyList<Urgency> Findings, IReadOnlyList<DocumentChange> Changes)
{
    /// <param name="household">The header as far as it has been changed in the same decision.</param>
    /// <param name="isSettled">Every other finding stays.</param>
    /// <returns>Null where there is none of them, and no task that an urgent visit left.</returns>
    public static SettledUrgency? In(HouseholdPartition partition, Household household, int member, Func<Urgency, bool> isSettled)
    {
        var care = partition.Find(MemberCare.StoredAs.Of(member));
        IReadOnlyList<Urgency> findings = [.. care?.Schedule.Urgencies.Where(isSettled) ?? []];
        IReadOnlyList<HouseholdTask> tasks = [.. household.Tasks.Where(task => !(task.IsUrgentVisit && task.Member == member))];
        if (findings.Count == 0 && tasks.Count == household.Tasks.Count)
        {
            return null;
        }
        if (care is null || findings.Count == 0)
        {
            return new SettledUrgency(household with { Tasks = tasks }, [], []);
        }
        var next = care with { Schedule = care.Schedule.Settled(findings) };
        return new SettledUrgency(
            household with
            {
                Tasks = tasks,
                Members =
                [
                    .. household.Members.Select(person => person.Number == member ? person with { Plan = next.Summarise() } : person),
                ],
            },
            findings,
            [MemberCare.StoredAs.Of(member).Put(next)]
        );
    }
}
