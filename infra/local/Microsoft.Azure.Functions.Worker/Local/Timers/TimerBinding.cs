using Microsoft.Azure.Functions.Worker.Local.Functions;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

internal sealed class TimerBinding(string name, CrontabSchedule schedule, bool useMonitor, bool runOnStartup) : LocalBinding(name, "timerTrigger")
{
    public CrontabSchedule Schedule { get; } = schedule;

    public bool UseMonitor { get; } = useMonitor;

    public bool RunOnStartup { get; } = runOnStartup;
}
