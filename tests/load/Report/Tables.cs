using System.Globalization;
using Alleviation.Load.Measuring;
using Spectre.Console;

namespace Alleviation.Load.Report;

/// <summary>The figures as a person reads them.</summary>
internal static class Tables
{
    public static Table OfPairs(string title, IEnumerable<Pair> pairs)
    {
        var table = new Table()
            .Title(title)
            .AddColumns("stored", "clients", "households/s", "floor", "ratio", "CPU ratio", "accept p50/p95/p99 ms", "calls");
        foreach (var pair in pairs)
        {
            var (stored, concurrency, _, service, floor) = pair;
            table.AddRow(
                Text($"{stored:N0}"),
                Text($"{concurrency}"),
                Text($"{service.HouseholdsPerSecond:F1}"),
                Text($"{floor.HouseholdsPerSecond:F1}"),
                Text($"{pair.Ratio:F2}"),
                Text($"{pair.CpuRatio:F2}"),
                Text($"{service.Accepting.P50:F0}/{service.Accepting.P95:F0}/{service.Accepting.P99:F0}"),
                Text($"{service.Transactions:F2}")
            );
        }

        return table;
    }

    /// <summary>Processor time is a household's, in milliseconds; of memory the peak and what was resident at the end.</summary>
    public static Table OfProcesses(IEnumerable<Pair> pairs)
    {
        var table = new Table()
            .Title("Processor time per household, and memory")
            .AddColumns(
                "stored",
                "clients",
                "host ms",
                "worker ms",
                "service ms (JIT)",
                "emulator ms",
                "client ms",
                "floor: emulator, client ms",
                "host MB peak/end",
                "worker MB peak/end"
            );
        foreach (var pair in pairs)
        {
            var (stored, concurrency, _, service, floor) = pair;
            table.AddRow(
                Text($"{stored:N0}"),
                Text($"{concurrency}"),
                Text($"{service.Host.Cpu:F1}"),
                Text($"{service.Worker.Cpu:F1}"),
                Text($"{service.ServiceCpu:F1} ({service.JitCpu:F1})"),
                Text($"{service.EmulatorCpu:F1}"),
                Text($"{service.ClientCpu:F1}"),
                Text($"{floor.EmulatorCpu:F1}, {floor.ClientCpu:F1}"),
                Text($"{service.Host.PeakMegabytes:F0}/{service.Host.ResidentMegabytes:F0}"),
                Text($"{service.Worker.PeakMegabytes:F0}/{service.Worker.ResidentMegabytes:F0}")
            );
        }

        return table;
    }

    public static Table OfCalls(IReadOnlyList<Pair> pairs)
    {
        var table = new Table().Title("Storage transactions per household, by how many are stored").AddColumn("kind");
        foreach (var pair in pairs)
        {
            table.AddColumn(Text($"{pair.Stored:N0}; {pair.Concurrency} clients"));
        }
        foreach (
            var kind in pairs
                .SelectMany(pair => pair.Service.CallsPerHousehold.Keys)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        )
        {
            table.AddRow([kind, .. pairs.Select(pair => Text($"{pair.Service.CallsPerHousehold.GetValueOrDefault(kind):F2}"))]);
        }

        table.AddRow(["sum without receive", .. pairs.Select(pair => Text($"{pair.Service.Transactions:F2}"))]);
        return table.AddRow(["the floor's calls, all", .. pairs.Select(pair => Text($"{pair.Floor.CallsPerHousehold:F2}"))]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
