using System.Diagnostics;
using System.Globalization;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Load.Floor;
using Alleviation.Load.Measuring;
using Alleviation.Load.Recording;
using Alleviation.Load.Report;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;
using Alleviation.Load.Store;
using Spectre.Console;

namespace Alleviation.Load.Works;

/// <summary>The works of the day, one after another, each held against a bare client that makes the same storage calls.</summary>
internal static class WorksRun
{
    private const int Patients = 64;
    private const int Warming = 300;
    private const int Times = 600;

    public static async Task RunAsync(LoadOptions options, RunFolder folder, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(folder, options.IsIndexed, cancellationToken);
        foreach (var stored in options.Stored is [] ? [0] : options.Stored)
        {
            var account = emulator.NewAccount();
            if (stored > 0)
            {
                await FillAsync(emulator, account, folder, stored, cancellationToken);
            }
            var scene = await SetUpAsync(account, folder, options.Items, cancellationToken);
            var floors = await RecordAsync(account, folder, scene, cancellationToken);
            var works = await MeasureAsync(emulator, account, folder, scene, floors, options.Concurrency, cancellationToken);
            var startedAt = TimeProvider.System.GetUtcNow();
            var report = new WorksReport(
                startedAt,
                Environment.OSVersion.ToString(),
                Environment.ProcessorCount,
                stored,
                options.Items,
                works
            );
            AnsiConsole.Write(TableOf(report));
            var name = string.Create(CultureInfo.InvariantCulture, $"works-{stored}");
            AnsiConsole.WriteLine(await ReportFile.WriteAsync(name, startedAt, report, cancellationToken));
        }
    }

    private static async Task FillAsync(
        Emulator emulator,
        EmulatorAccount account,
        RunFolder folder,
        int stored,
        CancellationToken cancellationToken
    )
    {
        var sampled = emulator.NewAccount();
        var recording = await RecordingRun.RunAsync(sampled, folder, cancellationToken);
        var sealer = new FieldSealer(KeyFile.LoadOrCreate(folder.KeyFile));
        var filler = new StoreFiller(await StoredSample.ReadAsync(sampled, recording.Households, sealer, cancellationToken), sealer);
        await filler.FillAsync(account, stored, _ => { }, cancellationToken);
    }

    /// <summary>Enrols the patients and waits until they are listed and counted.</summary>
    private static async Task<WorkScene> SetUpAsync(
        EmulatorAccount account,
        RunFolder folder,
        int lines,
        CancellationToken cancellationToken
    )
    {
        await using var service = await ServiceProcess.StartAsync(
            account,
            folder,
            cancellationToken,
            isQuick: true,
            coverageDelay: "00:00:01"
        );
        using var client = await ServiceClient.SetUpAsync(service.Address, cancellationToken);
        var ids = new List<string>();
        foreach (var household in Enrolment.Draw(Patients, WorkScene.Township))
        {
            var answer = await client.EnrolAsync(household.Number, household.Body, cancellationToken);
            ids.Add(answer.GetProperty("id").GetString()!);
        }
        await LongWorklist.FillAsync(account, folder, lines, cancellationToken);
        while (await ServiceTables.UnsettledAsync(account, cancellationToken) > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
        using var works = new WorkClient(service.Address);
        while (!await WorkScene.IsCountedAsync(works, client.Office, cancellationToken))
        {
            await Task.Delay(100, cancellationToken);
        }
        return await WorkScene.OfAsync(client, works, ids, LongWorklist.Physician, cancellationToken);
    }

    private static async Task<IReadOnlyList<RecordedWork>> RecordAsync(
        EmulatorAccount account,
        RunFolder folder,
        WorkScene scene,
        CancellationToken cancellationToken
    )
    {
        await using var proxy = await RecordingProxy.StartAsync(account, cancellationToken);
        await using var service = await ServiceProcess.StartAsync(proxy.Account, folder, cancellationToken);
        using var client = new WorkClient(service.Address);
        var floors = new List<RecordedWork>();
        // Not one of those who are measured: the floor writes the recorded rows again and again.
        foreach (var work in scene.TakeOne().All)
        {
            floors.Add(await RecordedWork.OfAsync(proxy, client, work, cancellationToken));
            AnsiConsole.WriteLine($"{work.Name}: {floors[^1]}");
        }
        return floors;
    }

    private static async Task<IReadOnlyList<WorkResult>> MeasureAsync(
        Emulator emulator,
        EmulatorAccount account,
        RunFolder folder,
        WorkScene scene,
        IReadOnlyList<RecordedWork> floors,
        IReadOnlyList<int> concurrency,
        CancellationToken cancellationToken
    )
    {
        await using var service = await ServiceProcess.StartAsync(account, folder, cancellationToken);
        using var client = new WorkClient(service.Address);
        using var bare = new BareClient(account);
        var results = new List<WorkResult>();
        foreach (var (work, floor) in scene.All.Zip(floors))
        {
            await EachAsync(8, Warming, () => work.ActAsync(client, cancellationToken));
            foreach (var clients in concurrency)
            {
                var (workerBefore, hostBefore, emulatorBefore) = (service.Worker.CpuTime, service.Host.CpuTime, emulator.CpuTime);
                var (times, all) = await EachAsync(clients, Times, () => work.ActAsync(client, cancellationToken));
                var cpu = new WorkCpu(
                    EachOf(service.Worker.CpuTime - workerBefore),
                    EachOf(service.Host.CpuTime - hostBefore),
                    EachOf(emulator.CpuTime - emulatorBefore)
                );

                await service.PauseAsync();
                emulatorBefore = emulator.CpuTime;
                var (_, floorAll) = await EachAsync(clients, Times, () => floor.ReplayAsync(bare, cancellationToken));
                var floorCpu = EachOf(emulator.CpuTime - emulatorBefore);
                await service.ContinueAsync();
                results.Add(
                    new WorkResult(
                        work.Name,
                        clients,
                        floor.Calls,
                        Times / all.TotalSeconds,
                        Times / floorAll.TotalSeconds,
                        Latencies.Of(times),
                        cpu,
                        floorCpu
                    )
                );
            }
        }
        return results;
    }

    private static double EachOf(TimeSpan cpu) => cpu.TotalMilliseconds / Times;

    private static async Task<(IReadOnlyList<TimeSpan> Times, TimeSpan All)> EachAsync(int clients, int count, Func<Task> act)
    {
        var (times, started) = (new TimeSpan[count], Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = clients },
            async (number, _) =>
            {
                var begun = Stopwatch.GetTimestamp();
                await act();
                times[number] = Stopwatch.GetElapsedTime(begun);
            }
        );
        return (times, Stopwatch.GetElapsedTime(started));
    }

    private static Table TableOf(WorksReport report)
    {
        var table = new Table()
            .Title(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Works of the day; {report.Stored:N0} households stored, {report.Lines:N0} lines"
                )
            )
            .AddColumns(
                "work",
                "clients",
                "a second",
                "floor",
                "ratio",
                "p50/p95 ms",
                "calls",
                "worker ms",
                "host ms",
                "emulator ms",
                "floor: emulator"
            );
        foreach (var work in report.Works)
        {
            table.AddRow(
                work.Work,
                Text($"{work.Clients}"),
                Text($"{work.Rate:F0}"),
                Text($"{work.FloorRate:F0}"),
                Text($"{work.Ratio:F2}"),
                Text($"{work.Answer.P50:F1}/{work.Answer.P95:F1}"),
                Text($"{work.Calls}"),
                Text($"{work.Cpu.Worker:F1}"),
                Text($"{work.Cpu.Host:F1}"),
                Text($"{work.Cpu.Emulator:F1}"),
                Text($"{work.FloorCpu:F1}")
            );
        }
        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
