using System.Text;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What physicians agree on: the part of a plan that is edited.</summary>
public sealed record PlanContent(IReadOnlyList<Goal> Goals, IReadOnlyList<Activity> Activities, IReadOnlyList<FollowUp> FollowUps)
{
    /// <summary>Bytes as stored. A row holds 64 KB, and the schedule stands in the same one.</summary>
    public const int Largest = 44 * 1024;

    public static PlanContent Of(CarePlan plan) => new(plan.Goals, plan.Activities, plan.FollowUps);

    public bool IsTooLarge => Encoding.UTF8.GetByteCount(StoredJson.Write(this)) > Largest;
}
