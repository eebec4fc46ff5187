using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>
/// Somebody without a plan has no schedule that could call for a visit: what an urgent visit leaves is a task of the responsible physician,
/// until the next visit.
/// </summary>
internal static class UrgentVisitTask
{
    public static IReadOnlyList<HouseholdTask> After(Visit visit, FollowUpForm form, Household household, bool isPlanned, bool isNewest)
    {
        if (!isNewest)
        {
            return household.Tasks;
        }
        var others = household.Tasks.Where(task => task.Kind != HouseholdTask.FollowUpKind || task.Member != visit.Member);
        return isPlanned || !visit.Result.Urgent
            ? [.. others]
            : [.. others, Task(visit, visit.At.ToChinaDate().AddDays(form.Rules.UrgentWithinDays), household.PhysicianId)];
    }

    private static HouseholdTask Task(Visit visit, DateOnly dueOn, string? physician) =>
        new(HouseholdTask.FollowUpKind, visit.Form, visit.Member, dueOn, Urgent: true, For: physician);
}
