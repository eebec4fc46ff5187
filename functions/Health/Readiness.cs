using System.Text.Json.Serialization;

namespace Alleviation.Functions.Health;

public enum ReadinessStatus
{
    Ready,

    /// <summary>Something is down that every request needs.</summary>
    NotReady,
}

/// <summary>
/// Whether the service can do its work, and what it depends on. Anybody may read it: names and states, no addresses and no faults.
/// </summary>
public sealed record Readiness(IReadOnlyList<Dependency> Dependencies)
{
    [JsonPropertyOrder(-1)]
    public ReadinessStatus Status =>
        Dependencies.Any(dependency => dependency is { Required: true, Status: DependencyStatus.Down })
            ? ReadinessStatus.NotReady
            : ReadinessStatus.Ready;

    [JsonIgnore]
    public bool IsReady => Status is ReadinessStatus.Ready;
}

/// <param name="Required">Without it the service is not ready. The others are looked up in the settings only, and never called.</param>
public sealed record Dependency(string Name, DependencyStatus Status, bool Required);

public enum DependencyStatus
{
    /// <summary>It answered.</summary>
    Up,

    /// <summary>It did not answer in time, or answered with a fault.</summary>
    Down,

    /// <summary>There are settings for it.</summary>
    Configured,

    /// <summary>There are none, and what needs it is switched off.</summary>
    NotConfigured,
}
