using Alleviation.Functions.Appointments;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Codes;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Reminders;

/// <summary>
/// Asks for a reminder of every visit and appointment of tomorrow: one pass over the villages' lists. Asked for twice it is sent once, so
/// the second pass of the day makes up for a first that broke off.
/// </summary>
public sealed class RemindOfTomorrowHandler(
    VillageTable villages,
    Regions regions,
    ReminderRequests requests,
    IOptions<RemindersOptions> options,
    TimeProvider clock
)
{
    /// <returns>How many were asked for.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
        {
            return 0;
        }
        var (announced, tomorrow) = (0, clock.Today().AddDays(1));
        foreach (var city in regions.All.Where(region => region.Level is RegionLevel.City))
        {
            await foreach (var row in villages.ListByRegionAsync(city.Code, cancellationToken))
            {
                var due = DueOn(row.Household, tomorrow).ToList();
                await requests.AnnounceAsync(row.Household.Id, row.Household.Version, due, cancellationToken);
                announced += due.Count;
            }
        }

        return announced;
    }

    /// <summary>One for all visits to a household on one day, and one for each appointment; pure.</summary>
    internal static IEnumerable<Reminder> DueOn(Household household, DateOnly day)
    {
        var visited = household.PresentMembers.FirstOrDefault(member =>
            member.Plan is { IsOpen: true } plan && plan.FollowUps.Any(followUp => followUp.DueOn == day)
        );
        if (visited is not null)
        {
            yield return ReminderFacts.VisitOn(day, visited.Number);
        }
        foreach (var task in household.Tasks.Where(task => task.Kind == AppointmentEffects.Kind && task.DueOn == day))
        {
            yield return AppointmentReminders.DayBefore(task.Reference, task.Member, day);
        }
    }
}
