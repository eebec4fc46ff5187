using Alleviation.Functions.Platform.Sealing;
using Alleviation.Load.Measuring;
using Alleviation.Load.Report;
using Alleviation.Load.Storage;
using Alleviation.Load.Store;
using Alleviation.Load.Works;
using Spectre.Console;

namespace Alleviation.Load;

/// <summary>The whole benchmark, part by part.</summary>
internal static class LoadRun
{
    private const int GrowthConcurrency = 8;
    private const int FileWidth = 160;

    public static async Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        // A file is wide enough for the tables, whatever it says.
        if (Console.IsOutputRedirected)
        {
            (AnsiConsole.Profile.Width, AnsiConsole.Profile.Capabilities.Ansi) = (FileWidth, false);
        }
        using var folder = new RunFolder();
        try
        {
            await (
                options.Import ? ImportRun.RunAsync(options, folder, cancellationToken)
                : options.Works ? WorksRun.RunAsync(options, folder, cancellationToken)
                : RunAsync(options, folder, cancellationToken)
            );
        }
        catch
        {
            AnsiConsole.WriteLine($"The service's logs are in {folder.Keep()}.");
            throw;
        }
    }

    private static async Task RunAsync(LoadOptions options, RunFolder folder, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(folder, options.IsIndexed, cancellationToken);
        var first = emulator.NewAccount();

        AnsiConsole.MarkupLine("Recording one household's calls, several times ...");
        var recording = await RecordingRun.RunAsync(first, folder, cancellationToken);
        var bench = new Bench(emulator, folder, recording);
        AnsiConsole.MarkupLine("Starting the service on warm storage ...");
        var starts = await StartRun.RunAsync(first, folder, options.Starts, cancellationToken);

        var pairs = new List<Pair>();
        foreach (var concurrency in Enumerable.Range(0, options.Rounds).SelectMany(_ => options.Concurrency))
        {
            AnsiConsole.MarkupLineInterpolated($"{options.Households} households, {concurrency} clients ...");
            pairs.Add(await new PairedRun(bench).RunAsync(account: null, stored: 0, concurrency, options.Households, cancellationToken));
        }

        var growth = await GrowAsync(bench, first, options, cancellationToken);
        var startedAt = TimeProvider.System.GetUtcNow();
        var report = new LoadReport(
            startedAt,
            Environment.OSVersion.ToString(),
            Environment.ProcessorCount,
            starts,
            recording.LaterInVillage.Calls,
            pairs,
            growth
        );
        Show(report);
        AnsiConsole.WriteLine(await ReportFile.WriteAsync("load", startedAt, report, cancellationToken));
    }

    private static async Task<IReadOnlyList<Pair>> GrowAsync(
        Bench bench,
        EmulatorAccount sampled,
        LoadOptions options,
        CancellationToken cancellationToken
    )
    {
        if (options.Stored.Count == 0)
        {
            return [];
        }
        var sealer = new FieldSealer(KeyFile.LoadOrCreate(bench.Folder.KeyFile));
        var filler = new StoreFiller(await StoredSample.ReadAsync(sampled, bench.Recording.Households, sealer, cancellationToken), sealer);
        var growth = new List<Pair>();
        foreach (var stored in options.Stored)
        {
            var account = bench.Emulator.NewAccount();
            await filler.FillAsync(
                account,
                stored,
                done => AnsiConsole.MarkupLineInterpolated($"{done:N0} of {stored:N0} households filled in ..."),
                cancellationToken
            );
            growth.Add(await new PairedRun(bench).RunAsync(account, stored, GrowthConcurrency, options.Measured, cancellationToken));
        }

        return growth;
    }

    private static void Show(LoadReport report)
    {
        AnsiConsole.WriteLine();
        var starts = string.Join(", ", report.StartSeconds.Select(start => $"{start:F2}"));
        AnsiConsole.MarkupLineInterpolated($"Start to ready, warm storage: median {report.MedianStart:F2} s of {starts}");
        AnsiConsole.MarkupLineInterpolated($"Median ratio of service to floor: {report.MedianRatio:F2}");
        AnsiConsole.Write(Tables.OfPairs("Accepted to listed, from an empty store", report.Pairs));
        if (report.Growth.Count > 0)
        {
            AnsiConsole.Write(Tables.OfPairs("With households stored already", report.Growth));
        }
        AnsiConsole.Write(Tables.OfProcesses([.. report.Pairs, .. report.Growth]));
        AnsiConsole.Write(Tables.OfCalls([.. report.Pairs, .. report.Growth]));
    }
}
