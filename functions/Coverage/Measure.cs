namespace Alleviation.Functions.Coverage;

/// <summary>One measure of coverage (domain.md §7).</summary>
/// <param name="Rate">Between 0 and 1; null where there is nothing to divide by: a rate is never guessed.</param>
public sealed record Measure(string Code, int Numerator, int Denominator, double? Rate)
{
    public static IReadOnlyList<Measure> Of(CoverageCounts counts) =>
    [
        Named("enrolment", counts.RegistryEnrolled, counts.Registry),
        Named("record", counts.Records, counts.Members),
        Named("routed", counts.Routed, counts.Households),
        Named("drafted", counts.Drafted, counts.Sick),
        Named("plan", counts.Planned, counts.Sick),
        Named("use", counts.Used, counts.Records),
    ];

    private static Measure Named(string code, int numerator, int denominator) =>
        new(code, numerator, denominator, denominator == 0 ? null : Math.Min(1, (double)numerator / denominator));
}
