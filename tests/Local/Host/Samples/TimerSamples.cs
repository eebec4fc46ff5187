using Alleviation.Tests.Local.Host.Support;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Local.Host.Samples;

public sealed class TimerSamples(Journal journal)
{
    [Function("Timer_Monitored")]
    public void Monitored([TimerTrigger("0 */5 * * * *")] TimerInfo timer) =>
        journal.Write($"last {timer.ScheduleStatus!.Last:HH:mm} next {timer.ScheduleStatus.Next:HH:mm}{(timer.IsPastDue ? " past due" : "")}");

    [Function("Timer_AtStart")]
    public static void AtStart([TimerTrigger("%Night%", RunOnStartup = true, UseMonitor = false)] TimerInfo timer, FunctionContext context)
    {
        var journal = (Journal)context.InstanceServices.GetService(typeof(Journal))!;
        journal.Write($"ran, {(timer.ScheduleStatus is null ? "no" : "a")} status");
    }

    [Function("Timer_Waits")]
    public Task WaitsAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => journal.WaitAtGateAsync(cancellationToken);
}
