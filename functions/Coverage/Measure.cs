using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.Coverage;

/// <summary>One measure of coverage (docs/domain.md §7).</summary>
/// <param name="Rate">Between 0 and 1; null where there is nothing to divide by: a rate is never guessed.</param>
public sealed record Measure(string Code, int Numerator, int Denominator, double? Rate)
{
    /// <param name="forms">Which of them follow a disease: only those count as managed, to standard and in control.</param>
    public static IReadOnlyList<Measure> Of(CoverageCounts counts, FollowUpForms forms) =>
        [
            Named("enrolment", counts.RegistryEnrolled, counts.Registry),
            Named("record", counts.Records, counts.Members),
            Named("routed", counts.Routed, counts.Households),
            Named("contracted", counts.Contracted, counts.Households),
            Named("drafted", counts.Drafted, counts.Sick),
            Named("plan", counts.Planned, counts.Sick),
            Named("use", counts.Used, counts.Records),
            Named("followUpsInTime", counts.FollowUpsOnTime, counts.FollowUpsDue),
            Named("contractServices", counts.ServicesGiven, counts.ServicesDue),
            Named("managed", OfConditions(counts.Managed, forms), OfConditions(counts.Followed, forms)),
            Named("toStandard", OfConditions(counts.ToStandard, forms), OfConditions(counts.Managed, forms)),
            Named("inControl", OfConditions(counts.InControl, forms), OfConditions(counts.Managed, forms)),
            Named("referrals", counts.ReferralsInTime, counts.ReferralsDue),
        ];

    // Somebody with two conditions counts for each. A form that was taken out of the seeds still counts for the visits made by it.
    private static int OfConditions(IReadOnlyDictionary<string, int> byForm, FollowUpForms forms) =>
        byForm.Where(pair => forms.Find(pair.Key)?.Condition != false).Sum(pair => pair.Value);

    // What was not counted then has no figure, and not the figure nought.
    private static Measure Named(string code, int? counted, int? of) =>
        (counted, of) is ({ } numerator, { } denominator)
            ? new(code, numerator, denominator, denominator == 0 ? null : Math.Min(1, (double)numerator / denominator))
            : new(code, 0, 0, null);
}
