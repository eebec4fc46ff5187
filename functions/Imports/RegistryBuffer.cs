using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Imports;

/// <summary>Collects the registry's new entries by village, since lists are mostly in that order, and writes the fullest first.</summary>
public sealed class RegistryBuffer(RegistryTable registry, CoverageRequests coverage)
{
    private const int MaxOfVillage = 100;
    private const int MaxInAll = 5_000;
    private const int TownshipLength = 9;

    private readonly Dictionary<string, List<string>> _villages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _townships = new(StringComparer.Ordinal);
    private int _count;

    public async Task AddAsync(string villageCode, HouseholdId household, CancellationToken cancellationToken)
    {
        if (!_villages.TryGetValue(villageCode, out var households))
        {
            _villages[villageCode] = households = [];
        }
        households.Add(household.Value);
        _count++;
        if (households.Count == MaxOfVillage)
        {
            await WriteAsync(villageCode, cancellationToken);
        }
        else if (_count == MaxInAll)
        {
            await WriteAsync(_villages.MaxBy(village => village.Value.Count).Key, cancellationToken);
        }
    }

    /// <summary>A household whose number was a mistake, and that nobody enrolled.</summary>
    public async Task RemoveAsync(HouseholdId household, Func<string, bool> mayLeave, CancellationToken cancellationToken)
    {
        if (await registry.RemoveAsync(household, mayLeave, cancellationToken) is { } village)
        {
            _townships.Add(village[..TownshipLength]);
        }
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var village in _villages.Keys.ToList())
        {
            await WriteAsync(village, cancellationToken);
        }
        // Their denominators have changed, whether or not anybody is enrolled.
        foreach (var township in _townships)
        {
            await coverage.RequestAsync(township, cancellationToken);
        }
    }

    private async Task WriteAsync(string villageCode, CancellationToken cancellationToken)
    {
        if (!_villages.Remove(villageCode, out var households))
        {
            return;
        }
        _count -= households.Count;
        foreach (var left in await registry.AddAsync(villageCode, households, cancellationToken))
        {
            _townships.Add(left[..TownshipLength]);
        }
        _townships.Add(villageCode[..TownshipLength]);
    }
}
