namespace Alleviation.LocalHost;

/// <summary>What a host is started with.</summary>
/// <param name="Launcher">Begins the worker.</param>
public sealed record LocalHostOptions(IWorkerLauncher Launcher)
{
    /// <summary><c>--urls</c> and other settings, above those of the environment.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Above all others: those that a test gives.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>By which timers fall due.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How the host reads queues: a test counts, watches or breaks its calls.</summary>
    public QueueClientOptions Queues { get; init; } = new();

    /// <summary>Where the host's lines and the worker's go.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = static logging => logging.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
    });
}
