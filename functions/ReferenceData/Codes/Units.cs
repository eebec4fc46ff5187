namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>
/// From the unit that was measured in to the one that is kept, by one rule for readings and test results: on decimals, half away from
/// zero, as people round. The phone's is web/src/readings/decimal.ts; the examples in seeds/cases/readings.json hold for both.
/// </summary>
public static class Units
{
    /// <summary>What is kept of a value that needs no conversion: finer is no instrument.</summary>
    private const int MaxDecimals = 3;

    /// <param name="unit">As it was given, in any case of letters; null for the one that is kept.</param>
    /// <param name="decimals">Kept after conversion.</param>
    /// <returns>Null for a unit that it is not measured in.</returns>
    public static decimal? ToCanonical(decimal value, string? unit, string canonical, IReadOnlyList<OtherUnit>? others, int decimals)
    {
        if (unit is null || IsSame(unit, canonical))
        {
            return Round(value, MaxDecimals);
        }
        return others?.FirstOrDefault(other => IsSame(unit, other.Unit)) is { } other ? Round(value * other.Factor, decimals) : null;
    }

    public static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
