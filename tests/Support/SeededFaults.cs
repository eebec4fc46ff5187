using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Support;

/// <summary>Spoils a share of all calls, drawn from a seed: each kind as often as the others, before the call and behind it.</summary>
public sealed class SeededFaults(int seed, double share)
{
    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();
    private readonly Random _random = new(seed);

    /// <summary>Off, calls pass.</summary>
    public bool On { get; set; } = true;

    public Fault? For(HttpRequest request)
    {
        lock (_random)
        {
            return On && _random.NextDouble() < share ? new Fault(Kinds[_random.Next(Kinds.Length)], _random.Next(2) == 0) : null;
        }
    }
}
