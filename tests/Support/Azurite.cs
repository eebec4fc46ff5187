using System.Diagnostics;
using System.Globalization;

namespace Alleviation.Tests.Support;

/// <summary>
/// The storage emulator, started once for the test run on free ports: tables in memory, and queues in files, for in memory it clears
/// away settled messages once a minute and answers nobody meanwhile. Every test application takes an account of its own, so that tests
/// running side by side never see each other's tables and queues.
/// </summary>
public static class Azurite
{
    private const int Accounts = 800;
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly Lazy<Task<(int TablePort, int QueuePort)>> Running = new(StartAsync);
    private static int _taken;

    /// <summary>The next account that nobody has used.</summary>
    /// <exception cref="InvalidOperationException">The emulator is not installed, does not start, or all accounts are taken.</exception>
    public static async Task<StorageAccount> NewAccountAsync()
    {
        var (tablePort, queuePort) = await Running.Value;
        var number = Interlocked.Increment(ref _taken);
        if (number > Accounts)
        {
            throw new InvalidOperationException("All accounts of the emulator are taken: raise Azurite.Accounts.");
        }
        var name = AccountName(number);
        return new StorageAccount(
            name,
            Key,
            new Uri($"http://127.0.0.1:{tablePort}/{name}"),
            new Uri($"http://127.0.0.1:{queuePort}/{name}")
        );
    }

    private static string AccountName(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:D4}");

    private static async Task<(int TablePort, int QueuePort)> StartAsync()
    {
        var queues = Directory.CreateTempSubdirectory("alleviation-queues-");
        var (tablePort, queuePort) = (FreePort.Next(), FreePort.Next());
        await Task.WhenAll(
            StartAsync("table", "--tablePort", tablePort, "--inMemoryPersistence"),
            StartAsync("queue", "--queuePort", queuePort, "--location", queues.FullName)
        );
        // After the emulator's own end, which was asked for first.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => queues.Delete(recursive: true);
        return (tablePort, queuePort);
    }

    private static async Task StartAsync(string part, string portOption, int port, params string[] persistence)
    {
        var script = Repository.PathOf("infra", "local", "node_modules", "azurite", "dist", "src", part, "main.js");
        if (!File.Exists(script))
        {
            throw new InvalidOperationException("The emulator is not installed: run 'npm ci' in infra/local, or ./test.sh.");
        }
        var start = new ProcessStartInfo("node")
        {
            // A test host may be killed before it can clean up: the emulator ends when this end of its input does.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--require",
                Repository.PathOf("infra", "local", "end-with-parent.cjs"),
                "--require",
                Repository.PathOf("infra", "local", "quick-emulator.cjs"),
                script,
                "--skipApiVersionCheck",
                "--silent",
                "--disableTelemetry",
                portOption,
                port.ToString(CultureInfo.InvariantCulture),
            },
            Environment =
            {
                ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{AccountName(number)}:{Key}")),
            },
        };
        foreach (var argument in persistence)
        {
            start.ArgumentList.Add(argument);
        }
        var process = Process.Start(start) ?? throw new InvalidOperationException("The emulator did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(process);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilItAnswersAsync(process, port);
    }

    private static void End(Process process)
    {
        // It has no children. Killing a whole tree stops its processes first, and a test host that is itself killed between the two would
        // leave an emulator that stands still for ever.
        process.Kill();
        process.WaitForExit();
    }

    private static async Task WaitUntilItAnswersAsync(Process process, int port)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The emulator ended with code {process.ExitCode}.");
            }
            try
            {
                // Any answer will do: an unsigned request is refused, and that is an answer.
                using var response = await client.GetAsync(new Uri("/", UriKind.Relative), timeout.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, timeout.Token);
            }
        }
    }
}
