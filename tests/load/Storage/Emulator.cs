using System.Diagnostics;
using System.Globalization;
using Alleviation.Load.Service;

namespace Alleviation.Load.Storage;

/// <summary>
/// An emulator of its own for this run: one process for tables, in memory, and one for queues, each with many empty accounts. The queues
/// are in files: in memory the emulator clears away settled messages once a minute, and stands still for as long while it does.
/// </summary>
internal sealed class Emulator : IAsyncDisposable
{
    private const int Accounts = 40;
    private readonly Process _tables;
    private readonly Process _queues;
    private readonly int _tablePort;
    private readonly int _queuePort;
    private int _taken;

    private Emulator(RunFolder folder, int tablePort, int queuePort, bool isIndexed)
    {
        (_tablePort, _queuePort) = (tablePort, queuePort);
        _tables = Start("table", "--tablePort", tablePort, isIndexed ? ["--require", Paths.Indexed] : [], "--inMemoryPersistence");
        _queues = Start("queue", "--queuePort", queuePort, [], "--location", folder.FileOf("queues"));
    }

    public TimeSpan CpuTime => Ended(_tables) + Ended(_queues);

    /// <param name="isIndexed">It finds a partition by its index, instead of looking through every row of the table.</param>
    public static async Task<Emulator> StartAsync(RunFolder folder, bool isIndexed, CancellationToken cancellationToken)
    {
        if (!File.Exists(Paths.Emulator("table")))
        {
            throw new LoadException("The emulator is not installed: run tests/load/run.sh, or 'npm ci' in infra/local.");
        }
        var emulator = new Emulator(folder, FreePort.Next(), FreePort.Next(), isIndexed);
        await Answering.UntilAsync(new Uri($"http://127.0.0.1:{emulator._tablePort}/"), _ => true, emulator._tables, cancellationToken);
        await Answering.UntilAsync(new Uri($"http://127.0.0.1:{emulator._queuePort}/"), _ => true, emulator._queues, cancellationToken);
        return emulator;
    }

    /// <summary>The next account that nothing was stored in.</summary>
    public EmulatorAccount NewAccount() =>
        ++_taken <= Accounts
            ? new EmulatorAccount(NameOf(_taken), _tablePort, _queuePort)
            : throw new LoadException("All accounts of the emulator are taken.");

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { _tables, _queues })
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static TimeSpan Ended(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:D4}");

    private static Process Start(string part, string portOption, int port, string[] preloaded, params string[] persistence)
    {
        var start = new ProcessStartInfo("node")
        {
            // Silent is not silent enough: what it does write goes nowhere.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["EMULATOR_STORE"] = Paths.EmulatorStore,
                ["AZURITE_ACCOUNTS"] = string.Join(
                    ';',
                    Enumerable.Range(1, Accounts).Select(number => $"{NameOf(number)}:{EmulatorAccount.Key}")
                ),
            },
        };
        string[] arguments =
        [
            "--max-old-space-size=8192",
            .. preloaded,
            Paths.Emulator(part),
            "--skipApiVersionCheck",
            "--silent",
            "--disableTelemetry",
            portOption,
            port.ToString(CultureInfo.InvariantCulture),
            .. persistence,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        var process = Process.Start(start) ?? throw new LoadException("The emulator did not start.");
        Leftovers.KillAtExit(process);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
