using Alleviation.Functions.Platform.Telemetry;

namespace Alleviation.Functions.Operations;

/// <summary>The service as an operator looks at it. What could not be measured is left out.</summary>
/// <param name="At">When this was put together.</param>
/// <param name="OpenPoisonMessages">Counted up to 1,000.</param>
/// <param name="CoverageCountedAt">When the city's coverage was last added up.</param>
/// <param name="Times">Of the process that answers, over the last 15 minutes; `accept` is the enrolment call.</param>
/// <param name="StorageCalls">Of the process that answers, since its start.</param>
/// <param name="ServerErrors">Likewise: answers of 500 and above.</param>
public sealed record OperationsView(
    DateTimeOffset At,
    ServiceInstance Service,
    IReadOnlyList<QueueView> Queues,
    int? OpenPoisonMessages,
    DateTimeOffset? CoverageCountedAt,
    IReadOnlyList<StageTimes> Times,
    IReadOnlyList<CallCount> StorageCalls,
    IReadOnlyList<ErrorCount> ServerErrors
);

/// <summary>The process that answers: where there are several, the next call may find another.</summary>
public sealed record ServiceInstance(string Version, DateTimeOffset StartedAt);

/// <param name="Waiting">About how many messages there are, those under way and those that wait for their time included.</param>
/// <param name="OldestAge">Seconds that the oldest message has been there which may be taken; 0 where there is none.</param>
/// <param name="PoisonMessages">Messages that failed and wait to be stored for an operator.</param>
public sealed record QueueView(string Name, int? Waiting, double? OldestAge, int? PoisonMessages);

public sealed record StageTimes(string Stage, int Count, double P50, double P95)
{
    public static StageTimes Of(string stage, TimesSummary times) => new(stage, times.Count, times.P50, times.P95);
}

public sealed record CallCount(string Kind, long Count);

public sealed record ErrorCount(string Function, long Count);
