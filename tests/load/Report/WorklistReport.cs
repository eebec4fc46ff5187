using System.Globalization;
using Alleviation.Load.Measuring;

namespace Alleviation.Load.Report;

/// <summary>The first page of a worklist, of so many lines asked by so many clients at a time.</summary>
/// <param name="Reads">Storage reads of an answer.</param>
/// <param name="Answer">From the request to the whole answer.</param>
/// <param name="Rate">Answers a second.</param>
/// <param name="BareRate">Bare queries of the same lines a second.</param>
/// <param name="WorkerCpu">Processor time of an answer in milliseconds; also the two that follow.</param>
internal sealed record WorklistReport(
    DateTimeOffset At,
    string Machine,
    int Processors,
    int Lines,
    int Clients,
    double Reads,
    Latencies Answer,
    double Rate,
    double BareRate,
    double WorkerCpu,
    double HostCpu,
    double EmulatorCpu
)
{
    public double Ratio => Rate / BareRate;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A page of a worklist of {Lines} lines, {Clients} clients: {Rate:F0} a second, {Ratio:F2} of the bare query's {BareRate:F0}; "
                + $"{Reads:F2} storage reads; p50 {Answer.P50:F1} ms, p95 {Answer.P95:F1} ms; "
                + $"processor time: worker {WorkerCpu:F1} ms, host {HostCpu:F1} ms, emulator {EmulatorCpu:F1} ms"
        );
}
