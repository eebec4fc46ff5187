using System.Diagnostics;
using System.Text.Json;
using Alleviation.Load.Report;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;
using Azure.Data.Tables;
using Spectre.Console;

namespace Alleviation.Load.Measuring;

/// <summary>A physician's worklist, held against the bare query of its partition: the two in turn, in one run.</summary>
internal static class WorklistRun
{
    private const string Township = "441403100";
    private const int AtOnce = 8;
    private const int Warming = 20;
    private const int Rounds = 100;

    public static async Task RunAsync(LoadOptions options, RunFolder folder, CancellationToken cancellationToken)
    {
        await using var emulator = await Emulator.StartAsync(folder, options.IsIndexed, cancellationToken);
        var account = emulator.NewAccount();
        await using var service = await ServiceProcess.StartAsync(account, folder, cancellationToken);
        using var client = await ServiceClient.SetUpAsync(service.Address, cancellationToken);
        var physician = await FillAsync(client, account, options.Items, cancellationToken);
        var token = await client.SignInPhysicianAsync(physician, cancellationToken);
        var bare = new TableServiceClient(account.ConnectionString).GetTableClient("Worklists");

        var (asked, queried, items, reads) = (new List<TimeSpan>(), new List<TimeSpan>(), 0, 0L);
        for (var round = 0; round < Warming + Rounds; round++)
        {
            var before = Reads(await service.Worker.CountsAsync(cancellationToken));
            var (list, time) = await TimedAsync(() =>
                client.GetBytesAsync($"api/physicians/{physician}/worklist", token, cancellationToken)
            );
            reads = Reads(await service.Worker.CountsAsync(cancellationToken)) - before;
            items = JsonSerializer.Deserialize<JsonElement>(list).GetProperty("items").GetArrayLength();
            var (_, bareTime) = await TimedAsync(() => QueryAsync(bare, physician, cancellationToken));
            if (round < Warming)
            {
                continue;
            }
            asked.Add(time);
            queried.Add(bareTime);
        }

        var at = TimeProvider.System.GetUtcNow();
        var report = new WorklistReport(
            at,
            Environment.OSVersion.ToString(),
            Environment.ProcessorCount,
            items,
            reads,
            Latencies.Of(asked),
            Latencies.Of(queried)
        );
        AnsiConsole.WriteLine(report.ToString());
        AnsiConsole.WriteLine(await ReportFile.WriteAsync("worklist", at, report, cancellationToken));
    }

    /// <summary>Enrols until a physician has so many lines.</summary>
    /// <returns>The physician.</returns>
    private static async Task<string> FillAsync(
        ServiceClient client,
        EmulatorAccount account,
        int items,
        CancellationToken cancellationToken
    )
    {
        var sent = 0;
        var worklists = new TableServiceClient(account.ConnectionString).GetTableClient("Worklists");
        foreach (var block in Enrolment.Draw(items * 3, Township).Chunk(items))
        {
            await Parallel.ForEachAsync(
                block,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (household, stop) => await client.EnrolAsync(household.Number, household.Body, stop)
            );
            while (await ServiceTables.UnsettledAsync(account, cancellationToken) > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
            sent += block.Length;
            AnsiConsole.MarkupLineInterpolated($"{sent:N0} households enrolled ...");
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            await foreach (
                var row in worklists.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
            )
            {
                if (!row.RowKey.EndsWith(":00", StringComparison.Ordinal))
                {
                    lines[row.PartitionKey] = lines.GetValueOrDefault(row.PartitionKey) + 1;
                }
            }

            if (lines.MaxBy(line => line.Value) is { Key: { } physician, Value: var count } && count >= items)
            {
                return physician;
            }
        }

        throw new LoadException($"No physician of {Township} came to {items} lines.");
    }

    // The partition's rows by the client that the service has, to the last page, and nothing done with them.
    private static async Task<int> QueryAsync(TableClient bare, string physician, CancellationToken cancellationToken)
    {
        var rows = 0;
        await foreach (
            var _ in bare.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {physician}"),
                cancellationToken: cancellationToken
            )
        )
        {
            rows++;
        }
        return rows;
    }

    private static async Task<(T Result, TimeSpan Time)> TimedAsync<T>(Func<Task<T>> act)
    {
        var started = Stopwatch.GetTimestamp();
        return (await act(), Stopwatch.GetElapsedTime(started));
    }

    private static long Reads(ServiceCounts counts) =>
        counts.Calls.Where(call => call.Key is "table query" or "table get").Sum(call => call.Value);
}
