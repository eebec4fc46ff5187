using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.TestReports;

/// <summary>
/// What reports put on a worklist: one line for a member, however many reports nobody has seen. It is the responsible physician's; where
/// there is none yet, the health workers'.
/// </summary>
internal static class TestReportTasks
{
    public const string Kind = "testReport";

    /// <summary>Within which somebody should look; a critical value at once.</summary>
    private const int DaysToSee = 3;

    public static Household Of(Household household, MemberTestReports reports)
    {
        var others = household.Tasks.Where(task => task.Kind != Kind || task.Member != reports.Member);
        if (reports.Unseen.MinBy(mark => mark.TakenAt) is not { } oldest)
        {
            return household with { Tasks = [.. others] };
        }
        var isCritical = reports.Unseen.Any(mark => mark.IsCritical);
        var dueOn = oldest.TakenAt.ToChinaDate().AddDays(isCritical ? 0 : DaysToSee);
        return household with
        {
            Tasks = [.. others, new HouseholdTask(Kind, oldest.Id, reports.Member, dueOn, isCritical, household.PhysicianId)],
        };
    }
}
