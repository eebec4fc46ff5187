namespace Alleviation.Functions.Coverage;

/// <summary>One measure of coverage (domain.md §7).</summary>
/// <param name="Rate">Between 0 and 1; null where there is nothing to divide by: a rate is never guessed.</param>
public sealed record Measure(string Code, int Numerator, int Denominator, double? Rate)
{
    private const string YearlyCheck = "elderlyHealthCheck";

    public static IReadOnlyList<Measure> Of(CoverageCounts counts) =>
    [
        Named("enrolment", counts.RegistryEnrolled, counts.Registry),
        Named("record", counts.Records, counts.Members),
        Named("routed", counts.Routed, counts.Households),
        Named("drafted", counts.Drafted, counts.Sick),
        Named("plan", counts.Planned, counts.Sick),
        Named("use", counts.Used, counts.Records),
        Named("fulfilment", counts.FollowUpsOnTime, counts.FollowUpsDue),
        Named("managed", OfConditions(counts.Managed), OfConditions(counts.Followed)),
        Named("toStandard", OfConditions(counts.ToStandard), OfConditions(counts.Managed)),
        Named("inControl", OfConditions(counts.InControl), OfConditions(counts.Managed)),
        Named("referrals", counts.ReferralsInTime, counts.ReferralsDue),
    ];

    // Somebody with two conditions counts for each. Growing old is none.
    private static int OfConditions(IReadOnlyDictionary<string, int> byForm) => byForm.Where(pair => pair.Key != YearlyCheck).Sum(pair => pair.Value);

    private static Measure Named(string code, int numerator, int denominator) =>
        new(code, numerator, denominator, denominator == 0 ? null : Math.Min(1, (double)numerator / denominator));
}
