namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    /// <summary>Null if the trigger does not use the monitor.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether a later run was due, too, before this one began.</summary>
    public bool IsPastDue { get; set; }
}
