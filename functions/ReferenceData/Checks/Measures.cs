using System.Globalization;

namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Ranges, units and values of what can be measured.</summary>
internal static class Measures
{
    /// <summary>An item of codes/readings or codes/labTests by itself.</summary>
    public static IEnumerable<SeedFault> OfItem(SeedNode item)
    {
        var possible = item.Find("possible")!.Value;
        foreach (var fault in Range(possible))
        {
            yield return fault;
        }
        if (item.Find("likely") is { } likely)
        {
            foreach (var fault in Range(likely).Concat(Within(likely, possible)))
            {
                yield return fault;
            }
        }

        foreach (
            var other in item.Items("otherUnits")
                .Where(other => string.Equals(other.Text("unit"), item.Text("unit"), StringComparison.OrdinalIgnoreCase))
        )
        {
            yield return other.Fault(
                $"{other.Text("unit")} is the unit that it is kept in; another unit is one that is converted into it."
            );
        }

        foreach (var range in item.Items("ranges"))
        {
            foreach (var fault in Reference(range, possible))
            {
                yield return fault;
            }
        }
    }

    public static IEnumerable<SeedFault> Range(SeedNode range)
    {
        if (range.Number("from") >= range.Number("to"))
        {
            yield return range.Fault("\"from\" has to be below \"to\".");
        }
    }

    public static IEnumerable<SeedFault> Within(SeedNode inner, SeedNode outer)
    {
        if (inner.Number("from") < outer.Number("from") || inner.Number("to") > outer.Number("to"))
        {
            yield return inner.Fault($"The range has to lie within {Text(outer.Number("from"))} to {Text(outer.Number("to"))}.");
        }
    }

    /// <summary>A value that a reading is held against, and its variants: something that can be measured.</summary>
    /// <param name="holder">What names the reading and the value.</param>
    /// <param name="property"><c>value</c> or <c>target</c>.</param>
    public static IEnumerable<SeedFault> Values(SeedNode holder, string property, SeedNode? reading)
    {
        if (reading?.Find("possible") is not { } possible)
        {
            yield break;
        }
        var measurable = $"{Text(possible.Number("from"))} to {Text(possible.Number("to"))} {reading.Value.Text("unit")}";
        foreach (var place in holder.Items("variants").Prepend(holder))
        {
            if (place.Number(property) is { } value && (value < possible.Number("from") || value > possible.Number("to")))
            {
                yield return place.Find(property)!.Value.Fault($"{Text(value)} cannot be measured: it has to be {measurable}.");
            }
        }

        if (holder.Find("unit") is { } unit && unit.Text() != reading.Value.Text("unit"))
        {
            yield return unit.Fault($"The unit of {reading.Value.Text("code")} is {reading.Value.Text("unit")}.");
        }
    }

    private static IEnumerable<SeedFault> Reference(SeedNode range, SeedNode possible)
    {
        decimal?[] limits =
        [
            possible.Number("from"),
            range.Number("criticalLow"),
            range.Number("low"),
            range.Number("high"),
            range.Number("criticalHigh"),
            possible.Number("to"),
        ];
        var knownLimits = limits.OfType<decimal>().ToList();
        if (!knownLimits.SequenceEqual(knownLimits.Order()))
        {
            yield return range.Fault(
                "The limits have to rise from criticalLow over low and high to criticalHigh, within what is possible."
            );
        }
        if (range.Number("minimumAge") > range.Number("maximumAge"))
        {
            yield return range.Fault("\"minimumAge\" has to be at most \"maximumAge\".");
        }
    }

    /// <summary>
    /// Whether a ceiling and a floor leave room for a value between them, each by itself or one of its variants. Two ceilings may: a
    /// fasting glucose of 3.9 is below 7.0, and urgent.
    /// </summary>
    public static bool Overlap(SeedNode one, SeedNode other) =>
        IsCeiling(one) != IsCeiling(other) && (IsCeiling(one) ? Meet(one, other) : Meet(other, one));

    /// <summary>Whether a condition holds up to its value, not from it.</summary>
    public static bool IsCeiling(SeedNode holder) => holder.Text("comparison") is "below" or "atMost";

    private static bool Meet(SeedNode ceiling, SeedNode floor)
    {
        var isClosed = ceiling.Text("comparison") is "atMost" && floor.Text("comparison") is "atLeast";
        var (highest, lowest) = (Limits(ceiling).Max(), Limits(floor).Min());
        return lowest < highest || (isClosed && lowest == highest);
    }

    private static IEnumerable<decimal?> Limits(SeedNode holder) =>
        holder.Items("variants").Prepend(holder).Select(place => place.Number("value"));

    public static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
