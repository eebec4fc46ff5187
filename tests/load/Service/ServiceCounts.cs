namespace Alleviation.Load.Service;

/// <summary>What the service has counted about itself since its start.</summary>
/// <param name="Calls">Calls to storage by kind, each try of each.</param>
internal sealed record ServiceCounts(IReadOnlyDictionary<string, long> Calls, long AllocatedBytes, double GcPauseMilliseconds, int Collections, double JitMilliseconds)
{
    public ServiceCounts Since(ServiceCounts before) => new(
        Calls.Select(call => KeyValuePair.Create(call.Key, call.Value - before.Calls.GetValueOrDefault(call.Key)))
            .Where(call => call.Value > 0)
            .OrderBy(call => call.Key, StringComparer.Ordinal)
            .ToDictionary(),
        AllocatedBytes - before.AllocatedBytes,
        GcPauseMilliseconds - before.GcPauseMilliseconds,
        Collections - before.Collections,
        JitMilliseconds - before.JitMilliseconds);
}
