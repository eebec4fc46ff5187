using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.FollowUps;

/// <summary>
/// Somebody without a plan has no schedule that could call for a visit: what an urgent visit leaves is a task of the responsible physician,
/// until the next visit.
/// </summary>
internal static class UrgentVisitTask
{
    private const string Kind = "followUp";
    private const int WithinDays = 14;

    public static IReadOnlyList<HouseholdTask> After(Visit visit, Household household, bool isPlanned, bool isNewest)
    {
        if (!isNewest) { return household.Tasks; }
        var others = household.Tasks.Where(task => task.Kind != Kind || task.Member != visit.Member);
        return isPlanned || !visit.Result.Urgent
            ? [.. others]
            : [.. others, new HouseholdTask(Kind, visit.Form, visit.Member, visit.At.ToChinaDate().AddDays(WithinDays), Urgent: true, For: household.PhysicianId)];
    }
}
