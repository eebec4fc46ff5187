using System.Diagnostics;

namespace Alleviation.LocalHost;

/// <summary>What a worker needs to open its stream to the host.</summary>
/// <param name="Host">The address of the host's gRPC server.</param>
/// <param name="WorkerId">Comes back in the stream's first message, so that nobody else can open one.</param>
public sealed record WorkerStart(Uri Host, string WorkerId);

/// <summary>Begins workers: processes of their own, or the app in a test's own process.</summary>
public interface IWorkerLauncher
{
    /// <summary>The folder of the published app, with host.json.</summary>
    string AppFolder { get; }

    Task<IStartedWorker> LaunchAsync(WorkerStart start, CancellationToken cancellationToken);
}

/// <summary>A worker that was begun.</summary>
public interface IStartedWorker
{
    /// <summary>Ends when the worker has.</summary>
    Task Ended { get; }

    /// <summary>Ends it at once.</summary>
    void Kill();
}

/// <summary>Starts the app as the real host does: the program that worker.config.json names, in the app's folder.</summary>
public sealed class WorkerProcess(string appFolder) : IWorkerLauncher
{
    // The worker has a port of its own.
    private static readonly string[] FrontSettings = ["ASPNETCORE_URLS", "URLS", "ASPNETCORE_HTTP_PORTS", "HTTP_PORTS"];

    public string AppFolder { get; } = Path.GetFullPath(appFolder);

    public async Task<IStartedWorker> LaunchAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        var info = InfoFor(start);
        var started = new TaskCompletionSource<IStartedWorker>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The kernel ends the worker together with the thread that started it: one of its own, which waits for the worker's end.
        new Thread(() => Run(info, started)) { IsBackground = true, Name = "Worker" }.Start();
        return await started.Task;
    }

    private static void Run(ProcessStartInfo info, TaskCompletionSource<IStartedWorker> started)
    {
        try
        {
            using var process = Process.Start(info)!;
            var worker = new StartedProcess(process);
            started.SetResult(worker);
            process.WaitForExit();
            worker.HasEnded();
        }
        // Told to whoever wanted a worker.
        catch (Exception fault)
        {
            started.TrySetException(fault);
        }
    }

    private ProcessStartInfo InfoFor(WorkerStart start)
    {
        var file = Path.Combine(AppFolder, "worker.config.json");
        var config = new ConfigurationBuilder().AddJsonFile(file).Build().GetSection("description");
        string[] command =
        [
            .. Guard(),
            config["defaultExecutablePath"]!,
            Path.Combine(AppFolder, config["defaultWorkerPath"]!),
            "--functions-uri",
            start.Host.ToString(),
            "--functions-worker-id",
            start.WorkerId,
            "--functions-request-id",
            Guid.NewGuid().ToString(),
            "--functions-grpc-max-message-length",
            $"{int.MaxValue}",
        ];
        var info = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = AppFolder };
        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = info.Environment["FUNCTIONS_WORKER_DIRECTORY"] = AppFolder;
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        foreach (var name in FrontSettings)
        {
            info.Environment.Remove(name);
        }
        return info;
    }

    // A worker does not end when its stream does: where the kernel can, it ends it with a host that was killed. In a session of its own,
    // so that Ctrl-C in a terminal reaches the host alone, which lets the worker finish.
    private static string[] Guard()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return IsThere("setsid") && IsThere("setpriv") ? ["setsid", "setpriv", "--pdeathsig", "KILL"] : [];

        bool IsThere(string program) => folders.Any(folder => File.Exists(Path.Combine(folder, program)));
    }

    private sealed class StartedProcess(Process process) : IStartedWorker
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public void Kill()
        {
            lock (_ended)
            {
                if (!Ended.IsCompleted)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }

        public void HasEnded()
        {
            lock (_ended)
            {
                _ended.SetResult();
            }
        }
    }
}
