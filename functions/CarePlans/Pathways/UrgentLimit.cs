using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Pathways;

/// <summary>From where on a reading calls for treatment and referral at once.</summary>
public sealed record UrgentLimit(string Reading, Comparison Comparison, decimal Value, string? Unit)
{
    /// <summary>Those of the plan's pathways as they are today, for somebody of this age.</summary>
    public static IReadOnlyList<UrgentLimit> Of(CarePlan plan, IReadOnlyList<Pathway> pathways, int? age) =>
        [
            .. pathways
                .Where(pathway => plan.Pathways.Contains(pathway.Code, StringComparer.Ordinal))
                .SelectMany(pathway => pathway.Urgent)
                .Select(threshold => new UrgentLimit(threshold.Reading, threshold.Comparison, threshold.ValueAt(age), threshold.Unit))
                .Distinct(),
        ];
}
