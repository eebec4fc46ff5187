using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Conferences;

/// <summary>What a conference leaves in its household's header: who may look in because of it, and what is to be done; pure.</summary>
internal static class ConferenceEffects
{
    private const string TaskKind = "conference";

    private const int DaysToDecide = 7;

    public static Household With(this Household household, Conference conference, GuestPeriods periods) =>
        household with
        {
            Guests =
            [
                .. household.Guests.Where(guest => guest.Because != conference.Because),
                .. conference.IsOver ? [] : GuestsOf(conference, periods),
            ],
            Tasks =
            [
                .. household.Tasks.Where(task =>
                    !(
                        task.Kind == TaskKind
                        && task.Member == conference.Member
                        && task.Reference.StartsWith(conference.Id, StringComparison.Ordinal)
                    )
                ),
                .. TasksOf(household, conference),
            ],
        };

    private static IEnumerable<Guest> GuestsOf(Conference conference, GuestPeriods periods)
    {
        var until = ChinaTime.StartOf(conference.AnswerBy.AddDays(1)) + periods.AfterConference;
        return conference.Invited.Select(physician => new Guest(physician, conference.Because, conference.Member, until));
    }

    private static IEnumerable<HouseholdTask> TasksOf(Household household, Conference conference)
    {
        if (conference.Status is ConferenceStatus.Open)
        {
            yield return new HouseholdTask(TaskKind, conference.Id, conference.Member, conference.AnswerBy, For: household.PhysicianId);
            foreach (var physician in conference.Awaited)
            {
                yield return new HouseholdTask(
                    TaskKind,
                    $"{conference.Id}/{physician}",
                    conference.Member,
                    conference.AnswerBy,
                    For: physician
                );
            }
        }

        if (
            conference.Conclusion is { ProposesRevision: true } conclusion
            && !household.Tasks.Any(task => task.Kind == PlanTasks.DecisionKind && task.Member == conference.Member)
        )
        {
            yield return new HouseholdTask(
                PlanTasks.DecisionKind,
                conference.Because,
                conference.Member,
                conclusion.At.ToChinaDate().AddDays(DaysToDecide),
                For: household.PhysicianId
            );
        }
    }
}
