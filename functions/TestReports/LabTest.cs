using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.TestReports;

/// <summary>What a laboratory measures: seeds/codes/labTests.json.</summary>
/// <param name="Unit">The canonical unit, in which it is stored.</param>
/// <param name="Possible">A value outside is refused.</param>
/// <param name="Decimals">Kept after conversion.</param>
/// <param name="Ranges">Reference ranges; the first that fits the member counts.</param>
public sealed record LabTest(
    string Code,
    string Unit,
    IReadOnlyList<OtherUnit>? OtherUnits,
    ReadingRange Possible,
    int Decimals,
    IReadOnlyList<ReferenceRange> Ranges
)
{
    /// <summary>The value in the canonical unit; null for a unit that it is not measured in.</summary>
    public decimal? ToCanonical(decimal value, string? unit) => Units.ToCanonical(value, unit, Unit, OtherUnits, Decimals);

    /// <param name="sex">Code of list sex.</param>
    /// <param name="age">In full years; null where the birth date is not known.</param>
    public ReferenceRange? RangeFor(string sex, int? age) => Ranges.FirstOrDefault(range => range.IsFor(sex, age));
}

/// <summary>In the canonical unit; a limit that is left out is none. The limits themselves are within the range.</summary>
/// <param name="Sex">Code of list sex; everybody's where it is left out.</param>
/// <param name="MinimumAge">In full years, like the maximum.</param>
/// <param name="CriticalLow">At or below it somebody has to act at once.</param>
/// <param name="CriticalHigh">At or above it somebody has to act at once.</param>
public sealed record ReferenceRange(
    decimal? Low = null,
    decimal? High = null,
    decimal? CriticalLow = null,
    decimal? CriticalHigh = null,
    string? Sex = null,
    int? MinimumAge = null,
    int? MaximumAge = null
)
{
    public bool IsFor(string sex, int? age) =>
        (Sex is null || Sex == sex)
        && ((MinimumAge is null && MaximumAge is null) || (age >= (MinimumAge ?? 0) && age <= (MaximumAge ?? int.MaxValue)));

    public ResultFlag Judge(decimal value) =>
        value <= CriticalLow ? ResultFlag.CriticalLow
        : value >= CriticalHigh ? ResultFlag.CriticalHigh
        : value < Low ? ResultFlag.Low
        : value > High ? ResultFlag.High
        : Low is null && High is null ? ResultFlag.Unjudged
        : ResultFlag.Normal;
}

/// <summary>List resultFlag. The names are stored.</summary>
public enum ResultFlag
{
    Normal,
    Low,
    High,
    CriticalLow,
    CriticalHigh,

    /// <summary>No reference range is known for the member.</summary>
    Unjudged,
}

public static class ResultFlags
{
    public static bool IsCritical(this ResultFlag flag) => flag is ResultFlag.CriticalLow or ResultFlag.CriticalHigh;

    public static bool IsOutOfRange(this ResultFlag flag) => flag is not (ResultFlag.Normal or ResultFlag.Unjudged);
}
