namespace Alleviation.Demo.Households;

public sealed record DemoOptions
{
    /// <summary>The day on which the households stand as they are; fixed, so that a seed gives the same households tomorrow.</summary>
    public DateOnly AsOf { get; init; } = new(2026, 11, 1);

    /// <summary>A region's code: households live in its villages only. Null: all over Meizhou.</summary>
    public string? Within { get; init; }

    /// <summary>A township in which three households of ten live, so that its people have something to look at. Null: none.</summary>
    public string? Showcase { get; init; }

    /// <summary>Exactly so many members, all with a citizen ID and none as old as 65; for benchmarks. Null: families as they are.</summary>
    public int? Members { get; init; }

    /// <summary>
    /// Exactly so many members with one chronic condition each, the others healthy; for benchmarks. Null: illness as it is.
    /// </summary>
    public int? ChronicMembers { get; init; }
}
