using System.Diagnostics;

namespace Alleviation.Functions.ReferenceData;

/// <summary>How a reading is held against a value. The names are stored.</summary>
public enum Comparison
{
    Below,
    AtMost,
    AtLeast,
    Above,
}

public static class Comparisons
{
    public static bool Holds(this Comparison comparison, decimal reading, decimal value) =>
        comparison switch
        {
            Comparison.Below => reading < value,
            Comparison.AtMost => reading <= value,
            Comparison.AtLeast => reading >= value,
            Comparison.Above => reading > value,
            _ => throw new UnreachableException($"Unmapped comparison '{comparison}'."),
        };

    /// <summary>Of two targets for one measure, the one that asks for more.</summary>
    public static decimal Stricter(this Comparison comparison, decimal one, decimal other) =>
        comparison is Comparison.Below or Comparison.AtMost ? Math.Min(one, other) : Math.Max(one, other);
}
