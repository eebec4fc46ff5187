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
