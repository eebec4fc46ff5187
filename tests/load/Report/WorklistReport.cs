using System.Globalization;
using Alleviation.Load.Measuring;

namespace Alleviation.Load.Report;

/// <param name="Items">Lines of the list.</param>
/// <param name="Reads">Storage reads that the last answer cost.</param>
/// <param name="Answer">From the request to the whole answer.</param>
/// <param name="BareQuery">The first page of the same rows, by a bare client.</param>
internal sealed record WorklistReport(
    DateTimeOffset At,
    string Machine,
    int Processors,
    int Items,
    long Reads,
    Latencies Answer,
    Latencies BareQuery
)
{
    public double Ratio => Answer.P50 / BareQuery.P50;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A worklist of {Items} lines: {Reads} storage reads; p50 {Answer.P50:F1} ms, p95 {Answer.P95:F1} ms; "
                + $"the bare query of its partition p50 {BareQuery.P50:F1} ms, p95 {BareQuery.P95:F1} ms; ratio {Ratio:F2}"
        );
}
