using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Alleviation.Functions.Platform.Telemetry;

/// <summary>
/// The worker writes a fault's text to its activity, and a text may quote what somebody typed: the activity keeps only that it failed.
/// </summary>
internal sealed class NoFaultTexts : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }
}

/// <summary>The same of log lines: an exception leaves as its kind.</summary>
internal sealed class NoExceptions : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } exception)
        {
            return;
        }
        data.Attributes = [.. data.Attributes ?? [], new("error.type", exception.GetType().Name)];
        data.Exception = null;
    }
}
