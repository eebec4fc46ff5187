using System.Globalization;

namespace Alleviation.Load.Report;

/// <param name="ReceivedSeconds">Until the list was answered 202.</param>
/// <param name="ImportedSeconds">Until its last line was accepted or refused.</param>
/// <param name="ListedSeconds">Until the last household had its records, plans and physician and was listed.</param>
/// <param name="PeakMegabytesReceiving">The most memory of the service that was resident at a time, until the list was answered.</param>
/// <param name="HostPeakMegabytes">The same until the end, of host and worker apart.</param>
internal sealed record ImportReport(
    DateTimeOffset At,
    string Machine,
    int Processors,
    int Lines,
    int Households,
    double ReceivedSeconds,
    double ImportedSeconds,
    double ListedSeconds,
    int Accepted,
    int Refused,
    int Listed,
    double PeakMegabytesReceiving,
    double HostPeakMegabytes,
    double WorkerPeakMegabytes,
    double HostCpuSeconds,
    double WorkerCpuSeconds
)
{
    public double PeakMegabytes => HostPeakMegabytes + WorkerPeakMegabytes;

    public double CpuSeconds => HostCpuSeconds + WorkerCpuSeconds;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Lines:N0} lines received in {ReceivedSeconds:F1} s, imported after {ImportedSeconds:F0} s, "
                + $"listed after {ListedSeconds:F0} s ({Listed / ListedSeconds:F1} households/s); "
                + $"{Accepted:N0} accepted, {Refused:N0} refused, {Listed:N0} listed; "
                + $"peak {PeakMegabytesReceiving:F0} MB receiving, {HostPeakMegabytes:F0}+{WorkerPeakMegabytes:F0} MB in all; "
                + $"{HostCpuSeconds:F0}+{WorkerCpuSeconds:F0} s of processor (host+worker)"
        );
}
