using Alleviation.Load.Measuring;

namespace Alleviation.Load.Report;

/// <summary>All figures of a run, as they are kept.</summary>
/// <param name="StartSeconds">Each start; the median counts.</param>
/// <param name="Pairs">At each concurrency, from an empty store.</param>
/// <param name="Growth">At one concurrency, with so many households stored already.</param>
internal sealed record LoadReport(
    DateTimeOffset At,
    string Machine,
    int Processors,
    IReadOnlyList<double> StartSeconds,
    int RecordedCallsPerHousehold,
    IReadOnlyList<Pair> Pairs,
    IReadOnlyList<Pair> Growth
)
{
    public double? MedianStart => Median(StartSeconds);

    public double? MedianRatio => Median([.. Pairs.Select(pair => pair.Ratio)]);

    private static double? Median(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Order().ElementAt(values.Count / 2);
}
