namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>What can be measured, in which units, and what no living person can have: seeds/codes/readings.json.</summary>
public sealed class ReadingKinds(SeedFolder seeds)
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ReadingKind> All { get; } = seeds.ItemsOf<ReadingKind>("readings");

    public ReadingKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);
}

/// <param name="Unit">The canonical unit, in which it is stored.</param>
/// <param name="Possible">Refused outside.</param>
/// <param name="Likely">Asked about outside.</param>
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
