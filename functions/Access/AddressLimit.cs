using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Access;

/// <summary>Failed sign-ins per client address in the last minutes, in memory: each host counts for itself.</summary>
public sealed class AddressLimit(IOptions<AccessOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int Max = 50_000;
    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts an attempt before it is made, so that many at once are counted too. Null: go on; otherwise how long to wait.
    /// </summary>
    public TimeSpan? Take(string address)
    {
        var now = clock.GetUtcNow();
        if (_counters.Count > Max)
        {
            ForgetOld(now);
        }
        var counter = _counters.AddOrUpdate(
            address,
            _ => new Counter(now + Window, 1),
            (_, counted) => now < counted.Until ? counted with { Taken = counted.Taken + 1 } : new Counter(now + Window, 1)
        );
        return counter.Taken > options.Value.FailuresPerAddress ? counter.Until - now : null;
    }

    /// <summary>Takes back the count of an attempt that succeeded.</summary>
    public void GiveBack(string address)
    {
        while (
            _counters.TryGetValue(address, out var counted)
            && !_counters.TryUpdate(address, counted with { Taken = Math.Max(0, counted.Taken - 1) }, counted)
        ) { }
    }

    private void ForgetOld(DateTimeOffset now)
    {
        foreach (var entry in _counters.Where(entry => entry.Value.Until <= now))
        {
            _counters.TryRemove(entry);
        }
        if (_counters.Count > Max)
        {
            _counters.Clear();
        }
    }

    private sealed record Counter(DateTimeOffset Until, int Taken);
}
