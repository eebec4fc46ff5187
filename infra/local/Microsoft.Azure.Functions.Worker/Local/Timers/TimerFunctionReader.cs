using System.Reflection;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

internal sealed class TimerFunctionReader(IConfiguration settings)
{
    public (LocalBinding Binding, Func<ParameterInfo, Func<LocalFunctionContext, object?>?> Bind) Read(
        FunctionMethod function, ParameterInfo parameter, TimerTriggerAttribute trigger)
    {
        if (function.Result != typeof(void)) { function.Refuse("a timer function returns nothing, or a Task"); }
        var text = SettingNames.Resolve(trigger.Schedule, settings, function.Refuse);
        var schedule = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        if (schedule is null && !function.IsRefused) { function.Refuse($"the schedule '{text}' is not NCRONTAB with six fields"); }
        return (
            new TimerBinding(parameter.Name!, schedule!, trigger.UseMonitor, trigger.RunOnStartup),
            each => each == parameter && each.ParameterType == typeof(TimerInfo) ? context => context.Trigger : null);
    }
}
