namespace Alleviation.Demo;

/// <summary>SplitMix64: the same throws for the same seed on every runtime, which System.Random does not promise.</summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of their own for the n-th of something, whatever was thrown before.</summary>
    public static Dice For(int seed, long number) => new(Mix((ulong)(uint)seed * 0x9E3779B97F4A7C15 ^ Mix((ulong)number + 1)));

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Fraction() < probability;

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    public T Weighted<T>(params ReadOnlySpan<(T Choice, double Weight)> choices)
    {
        var total = 0.0;
        foreach (var (_, weight) in choices)
        {
            total += weight;
        }
        var left = Fraction() * total;
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return choice;
            }
        }

        return choices[^1].Choice;
    }

    /// <summary>Bell-shaped: the sum of four throws, never further than 3.5 spreads from the middle.</summary>
    public double Around(double middle, double spread) => middle + (Fraction() + Fraction() + Fraction() + Fraction() - 2) * 1.732 * spread;

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
