using Alleviation.Functions.CarePlans.Schedule;

namespace Alleviation.Tests.CarePlans;

/// <summary>Another interval moves the next visit.</summary>
public sealed class AgreedIntervalTests
{
    /// <param name="lastDaysAgo">Null where nobody has visited yet.</param>
    /// <param name="dueIn">Days until the next visit, as it stands.</param>
    /// <param name="expected">Days until the next visit, once the interval is agreed on.</param>
    [Theory]
    [InlineData(90, 30, 10, 80, 20)]
    [InlineData(90, 30, 50, 40, 0)]
    [InlineData(90, 30, null, 40, 30)]
    [InlineData(90, 30, null, 14, 14)]
    [InlineData(90, 30, 5, 9, 9)]
    [InlineData(30, 90, 10, 20, 80)]
    [InlineData(30, 90, 10, 4, 4)]
    [InlineData(30, 90, 40, -10, -10)]
    [InlineData(30, 90, null, 14, 14)]
    [InlineData(90, 90, 10, 80, 80)]
    public void NextVisit_FollowsTheInterval(int before, int agreed, int? lastDaysAgo, int dueIn, int expected)
    {
        var today = SomePlan.Today;
        var plan = SomePlan.InForce("I10").Plan;
        plan = plan with { FollowUps = [plan.FollowUps[0] with { EveryDays = agreed }] };
        var known = new ScheduledFollowUp("hypertension", before, today.AddDays(dueIn))
        {
            LastOn = lastDaysAgo is { } days ? today.AddDays(-days) : null,
        };

        var next = Assert.Single(new CareSchedule([known], []).AgreedBy(plan, today).FollowUps);

        Assert.Equal((agreed, today.AddDays(expected)), (next.EveryDays, next.NextDueOn));
    }
}
