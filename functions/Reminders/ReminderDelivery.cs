namespace Alleviation.Functions.Reminders;

/// <summary>How far a reminder is; pure. Names are stored.</summary>
/// <param name="Attempts">Begun so far.</param>
/// <param name="Until">While it is being sent: when whoever does so has died, at the latest.</param>
public sealed record ReminderDelivery(ReminderState State, int Attempts, DateTimeOffset? Until = null)
{
    /// <summary>When it was handed over or given up; UTC, whole seconds.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was not taken.</summary>
    public string? Code { get; init; }

    /// <summary>The entry is in the record.</summary>
    public bool IsNoted { get; init; }

    public bool IsOver => State is ReminderState.Sent or ReminderState.Failed;
}

public enum ReminderState
{
    /// <summary>For another attempt.</summary>
    Waiting,

    Sending,

    /// <summary>The gateway has taken it.</summary>
    Sent,

    Failed,
}
