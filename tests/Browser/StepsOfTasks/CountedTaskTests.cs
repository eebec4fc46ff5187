using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.StepsOfTasks;

public sealed class CountedTaskTests
{
    [Fact]
    public void AllTasks_TakeAThirdFewerSteps() =>
        Assert.True(CountedTask.All.Sum(task => task.Now) * 3 <= CountedTask.All.Sum(task => task.Before) * 2);

    [Fact]
    public void NoTask_TakesMoreThanBefore() => Assert.DoesNotContain(CountedTask.All, task => task.Now > task.Before);

    [Fact]
    public void Documentation_HasTheSameNumbers()
    {
        var lines = File.ReadAllLines(Repository.PathOf("docs", "testing.md"));
        Assert.All(
            CountedTask.All,
            task => Assert.Contains(FormattableString.Invariant($"| {task.Name} | {task.Before} | {task.Now} | {task.Way} |"), lines)
        );
        var (before, most) = (CountedTask.All.Sum(task => task.Before), CountedTask.All.Sum(task => task.Now));
        Assert.Contains(FormattableString.Invariant($"| all | {before} | {most} | |"), lines);
    }
}
