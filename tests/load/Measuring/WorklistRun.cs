using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Worklists;
using Alleviation.Load.Report;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;
using Azure.Data.Tables;
using Spectre.Console;

namespace Alleviation.Load.Measuring;

/// <summary>The first page of a physician's worklist, held against the bare query of its lines: the two in turn, in one run.</summary>
internal static class WorklistRun
{
    private const string Physician = "P441403100-01";
    private const string Village = "441403100201";
    private const int Members = 4;
    private const int PageSize = 50;
    private const int Warming = 400;
    private const int Calls = 800;

    public static async Task RunAsync(LoadOptions options, RunFolder folder, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(folder, options.IsIndexed, cancellationToken);
        var account = emulator.NewAccount();
        await using var service = await ServiceProcess.StartAsync(account, folder, cancellationToken);
        using var client = await ServiceClient.SetUpAsync(service.Address, cancellationToken);
        await FillAsync(account, folder, options.Items, cancellationToken);
        var token = await client.SignInPhysicianAsync(Physician, cancellationToken);
        var bare = new TableServiceClient(account.ConnectionString).GetTableClient(WorklistTable.Name);

        await AskAsync(client, token, Warming, clients: 8, cancellationToken);
        var at = TimeProvider.System.GetUtcNow();
        foreach (var clients in options.Concurrency)
        {
            var (_, bareTime, _) = await MeasuredAsync(() => EachAsync(clients, _ => QueryAsync(bare, cancellationToken)), emulator);
            var reads = Reads(await service.Worker.CountsAsync(cancellationToken));
            var (host, worker) = (service.Host.CpuTime, service.Worker.CpuTime);
            var (times, time, cpu) = await MeasuredAsync(() => AskAsync(client, token, Calls, clients, cancellationToken), emulator);
            var report = new WorklistReport(
                at,
                Environment.OSVersion.ToString(),
                Environment.ProcessorCount,
                options.Items,
                clients,
                (Reads(await service.Worker.CountsAsync(cancellationToken)) - reads) / (double)Calls,
                Latencies.Of(times),
                Calls / time.TotalSeconds,
                Calls / bareTime.TotalSeconds,
                (service.Worker.CpuTime - worker).TotalMilliseconds / Calls,
                (service.Host.CpuTime - host).TotalMilliseconds / Calls,
                cpu.TotalMilliseconds / Calls
            );
            AnsiConsole.WriteLine(report.ToString());
            AnsiConsole.WriteLine(
                await ReportFile.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"worklist-{options.Items}-{clients}"),
                    at,
                    report,
                    cancellationToken
                )
            );
        }
    }

    /// <summary>
    /// Puts so many lines on the list as the projection does, due from a month ago to three months ahead, one in a hundred urgent.
    /// </summary>
    private static async Task FillAsync(EmulatorAccount account, RunFolder folder, int items, CancellationToken cancellationToken)
    {
        var keys = KeyFile.LoadOrCreate(folder.KeyFile);
        var worklists = new WorklistTable(new TableServiceClient(account.ConnectionString), new FieldSealer(keys), new Fingerprinter(keys));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items / Members),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (number, token) => await worklists.ShowAsync(Physician, HouseholdOf(number, today), known: null, token)
        );
    }

    private static Household HouseholdOf(int number, DateOnly today) =>
        new(
            HouseholdId.OfFingerprint(number.ToString("x32", CultureInfo.InvariantCulture)),
            1,
            HouseholdStage.Routed,
            string.Create(CultureInfo.InvariantCulture, $"L{number}"),
            Village,
            Address: null,
            Phone: null,
            "general",
            [],
            "",
            DateTimeOffset.UnixEpoch,
            "load"
        )
        {
            PhysicianId = Physician,
            Members = [.. Enumerable.Range(1, Members).Select(member => MemberOf(member, number * Members + member, today))],
        };

    private static MemberSummary MemberOf(int number, int line, DateOnly today) =>
        new(
            number,
            "示例",
            "1",
            new DateOnly(1960, 1, 1),
            ["I10", "E11"],
            string.Create(CultureInfo.InvariantCulture, $"{Village}{line:D5}"),
            new PlanSummary(
                "active",
                line % 100 == 0,
                [new DueFollowUp("hypertension", today.AddDays(line * 7 % 120 - 30), 90)],
                ["generalPractice"],
                []
            )
        );

    private static Task<IReadOnlyList<TimeSpan>> AskAsync(
        ServiceClient client,
        AuthenticationHeaderValue token,
        int calls,
        int clients,
        CancellationToken cancellationToken
    ) =>
        EachAsync(
            clients,
            async _ =>
            {
                var page = await client.GetBytesAsync($"api/physicians/{Physician}/worklist", token, cancellationToken);
                var items = JsonSerializer.Deserialize<JsonElement>(page).GetProperty("items").GetArrayLength();
                if (items != PageSize)
                {
                    throw new LoadException($"The page has {items} lines, not {PageSize}.");
                }
            },
            calls
        );

    private static async Task<IReadOnlyList<TimeSpan>> EachAsync(int clients, Func<int, Task> act, int calls = Calls)
    {
        var times = new TimeSpan[calls];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, calls),
            new ParallelOptions { MaxDegreeOfParallelism = clients },
            async (call, _) =>
            {
                var started = Stopwatch.GetTimestamp();
                await act(call);
                times[call] = Stopwatch.GetElapsedTime(started);
            }
        );
        return times;
    }

    private static async Task<(IReadOnlyList<TimeSpan> Times, TimeSpan All, TimeSpan EmulatorCpu)> MeasuredAsync(
        Func<Task<IReadOnlyList<TimeSpan>>> act,
        Emulator emulator
    )
    {
        var (started, before) = (Stopwatch.GetTimestamp(), emulator.CpuTime);
        var times = await act();
        return (times, Stopwatch.GetElapsedTime(started), emulator.CpuTime - before);
    }

    // The same lines by the client that the service has, and nothing done with them.
    private static async Task QueryAsync(TableClient bare, CancellationToken cancellationToken)
    {
        var query = bare.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Physician} and RowKey ge {"1:"} and RowKey lt {"2:"}"),
            PageSize,
            ["PartitionKey", "RowKey", "Sealed", "SeenUntil"],
            cancellationToken
        );
        await foreach (var _ in query.AsPages())
        {
            return;
        }
    }

    private static long Reads(ServiceCounts counts) =>
        counts.Calls.Where(call => call.Key is "table query" or "table get").Sum(call => call.Value);
}
