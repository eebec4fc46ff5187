using System.Collections.Frozen;

namespace Alleviation.Functions.Codes;

/// <summary>What can be measured, in which units, and what no living person can have: seeds/codes/readings.json.</summary>
public sealed class ReadingKinds(SeedFolder seeds)
{
    private readonly FrozenDictionary<string, ReadingKind> _kinds =
        seeds.ItemsOf<ReadingKind>("readings").ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    public ReadingKind? Find(string code) => _kinds.GetValueOrDefault(code);

    public IEnumerable<ReadingKind> All => _kinds.Values;
}

/// <param name="Unit">The canonical unit, in which it is stored.</param>
/// <param name="Possible">Refused outside.</param>
/// <param name="Likely">Asked about outside.</param>
/// <param name="Decimals">Kept after conversion.</param>
public sealed record ReadingKind(
    string Code, string Unit, IReadOnlyList<OtherUnit>? OtherUnits, ReadingRange Possible, ReadingRange Likely, int Decimals)
{
    /// <summary>The value in the canonical unit; null for a unit that it is not measured in.</summary>
    public decimal? ToCanonical(decimal value, string? unit)
    {
        if (unit is null || string.Equals(unit, Unit, StringComparison.OrdinalIgnoreCase)) { return decimal.Round(value, 3); }
        return OtherUnits?.FirstOrDefault(other => string.Equals(other.Unit, unit, StringComparison.OrdinalIgnoreCase)) is { } other
            ? decimal.Round(value * other.Factor, Decimals)
            : null;
    }
}

/// <param name="Factor">What a value is multiplied by to have it in the canonical unit.</param>
public sealed record OtherUnit(string Unit, decimal Factor);

public sealed record ReadingRange(decimal From, decimal To)
{
    public bool Contains(decimal value) => value >= From && value <= To;
}
