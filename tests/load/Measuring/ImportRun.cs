using System.Diagnostics;
using System.Text.Json;
using Alleviation.Demo.Households;
using Alleviation.Load.Report;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;
using Spectre.Console;

namespace Alleviation.Load.Measuring;

/// <summary>
/// A registry list of so many lines, families and illness as they are, from the first byte sent to the last household listed.
/// </summary>
internal static class ImportRun
{
    private const int Seed = 2026;
    private const double Mega = 1024 * 1024;
    private const int Step = 1000;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(LoadOptions options, RunFolder folder, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(folder, options.IsIndexed, cancellationToken);
        var account = emulator.NewAccount();
        var list = folder.FileOf("registry.csv");
        var (households, lines) = await WriteAsync(list, options.Lines, cancellationToken);
        await using var service = await ServiceProcess.StartAsync(account, folder, cancellationToken);
        using var client = await ServiceClient.SetUpAsync(service.Address, cancellationToken);

        AnsiConsole.MarkupLineInterpolated($"{lines:N0} lines, {households:N0} households ...");
        var started = Stopwatch.GetTimestamp();
        var import = await SendAsync(client, list, cancellationToken);
        var (received, memoryReceived) = (Stopwatch.GetElapsedTime(started), service.PeakMemory / Mega);
        import = await FollowAsync(client, import, service, started, cancellationToken);
        var imported = Stopwatch.GetElapsedTime(started);
        while (await ServiceTables.UnsettledAsync(account, cancellationToken) > 0)
        {
            await Task.Delay(Look, cancellationToken);
        }
        var listedAfter = Stopwatch.GetElapsedTime(started);

        var endedAt = TimeProvider.System.GetUtcNow();
        var report = new ImportReport(
            endedAt,
            Environment.OSVersion.ToString(),
            Environment.ProcessorCount,
            lines,
            households,
            received.TotalSeconds,
            imported.TotalSeconds,
            listedAfter.TotalSeconds,
            Number(import, "accepted"),
            Number(import, "refused"),
            await ServiceTables.ListedAsync(account, cancellationToken),
            memoryReceived,
            service.Host.PeakMemory / Mega,
            service.Worker.PeakMemory / Mega,
            service.Host.CpuTime.TotalSeconds,
            service.Worker.CpuTime.TotalSeconds
        );
        AnsiConsole.WriteLine(report.ToString());
        AnsiConsole.WriteLine(await ReportFile.WriteAsync("import", endedAt, report, cancellationToken));
        if (report.Listed != report.Accepted || report.Accepted == 0)
        {
            throw new LoadException($"Of {report.Accepted} households {report.Listed} are listed.");
        }
    }

    /// <summary>Whole households only, so a few lines more than were asked for.</summary>
    private static async Task<(int Households, int Lines)> WriteAsync(string path, int atLeast, CancellationToken cancellationToken)
    {
        var (households, lines) = (new List<DemoHousehold>(), 0);
        foreach (var household in DemoHouseholds.Generate(atLeast, Seed, new DemoOptions()))
        {
            if (lines >= atLeast)
            {
                break;
            }
            households.Add(household);
            lines += household.Members.Count;
        }

        await using var file = File.CreateText(path);
        return (households.Count, await RegistryCsv.WriteAsync(file, households, cancellationToken));
    }

    private static async Task<JsonElement> SendAsync(ServiceClient client, string list, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(list);
        return await client.ImportAsync(file, cancellationToken);
    }

    private static async Task<JsonElement> FollowAsync(
        ServiceClient client,
        JsonElement import,
        ServiceProcess service,
        long started,
        CancellationToken cancellationToken
    )
    {
        var path = $"api/imports/{import.GetProperty("id").GetString()}";
        var reported = 0;
        while (true)
        {
            import = await client.GetAsync(path, cancellationToken);
            if (import.GetProperty("status").GetString() is "completed")
            {
                return import;
            }
            if (import.GetProperty("status").GetString() is "failed" or "cancelled")
            {
                throw new LoadException($"The import did not come to its end: {import}");
            }
            // The emulator takes long over it: whoever stops it early has seen how far it came.
            if (Number(import, "accepted") >= reported + Step)
            {
                reported = Number(import, "accepted");
                var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                AnsiConsole.MarkupLineInterpolated(
                    $"{reported:N0} households after {seconds:F0} s, peak {service.PeakMemory / Mega:F0} MB ..."
                );
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    private static int Number(JsonElement import, string name) => import.GetProperty(name).GetInt32();
}
