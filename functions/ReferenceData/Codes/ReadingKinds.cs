namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>What can be measured, in which units, and what no living person can have: seeds/codes/readings.json.</summary>
public sealed class ReadingKinds(SeedFolder seeds)
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ReadingKind> All { get; } = seeds.ItemsOf<ReadingKind>("readings");

    public ReadingKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}

/// <param name="Unit">The canonical unit, in which it is stored.</param>
/// <param name="Possible">A value outside is refused.</param>
/// <param name="Likely">A value outside has to be confirmed.</param>
/// <param name="Decimals">Kept after conversion.</param>
public sealed record ReadingKind(
    string Code,
    string Unit,
    IReadOnlyList<OtherUnit>? OtherUnits,
    ReadingRange Possible,
    ReadingRange Likely,
    int Decimals
)
{
    /// <summary>The value in the canonical unit; null for a unit that it is not measured in.</summary>
    public decimal? ToCanonical(decimal value, string? unit) => Units.ToCanonical(value, unit, Unit, OtherUnits, Decimals);
}

/// <param name="Factor">What a value is multiplied by to have it in the canonical unit.</param>
public sealed record OtherUnit(string Unit, decimal Factor);

public sealed record ReadingRange(decimal From, decimal To)
{
    public bool Contains(decimal value) => value >= From && value <= To;
}

/// <summary>
/// From the unit that was measured in to the one that is kept, by one rule for readings and test results: on decimals, half away from
/// zero, as people round. The phone's is web/src/readings/decimal.ts; the examples in seeds/cases/readings.json hold for both.
/// </summary>
public static class Units
{
    /// <summary>Decimals kept of a value that needs no conversion: no instrument is finer.</summary>
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

    private static bool IsSame(string unit, string other) => string.Equals(unit, other, StringComparison.OrdinalIgnoreCase);
}
