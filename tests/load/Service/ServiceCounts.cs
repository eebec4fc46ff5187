namespace Alleviation.Load.Service;

/// <summary>What a process of the service has counted about itself since its start.</summary>
/// <param name="Calls">Calls to storage by kind, each try of each.</param>
internal sealed record ServiceCounts(
    IReadOnlyDictionary<string, long> Calls,
    long AllocatedBytes,
    double GcPauseMilliseconds,
    int Collections,
    double JitMilliseconds
)
{
    public static ServiceCounts operator -(ServiceCounts after, ServiceCounts before) =>
        new(
            after.Calls.ToDictionary(call => call.Key, call => call.Value - before.Calls.GetValueOrDefault(call.Key)),
            after.AllocatedBytes - before.AllocatedBytes,
            after.GcPauseMilliseconds - before.GcPauseMilliseconds,
            after.Collections - before.Collections,
            after.JitMilliseconds - before.JitMilliseconds
        );
}
