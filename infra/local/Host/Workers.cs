using System.Net.Sockets;

namespace Alleviation.LocalHost;

/// <summary>A worker that answers.</summary>
internal sealed record LiveWorker(WorkerStream Stream, IStartedWorker Started, WorkerAnswers Answers);

/// <summary>Keeps one worker running: one that ends is followed by another, later each time that it ends soon.</summary>
internal sealed class Workers(IWorkerLauncher launcher, WorkerServer server, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan MaxStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MaxEnd = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1); // One that lived so long did not fail at its start.
    private readonly ILogger _log = loggers.CreateLogger("Host.Worker");
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource<LiveWorker> _current = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _keeping = Task.CompletedTask;

    /// <summary>Throws what keeps the first worker from starting.</summary>
    public async Task<LiveWorker> StartAsync(CancellationToken cancellationToken)
    {
        var first = await BeginAsync(cancellationToken);
        _keeping = Task.Run(() => KeepAsync(first), CancellationToken.None);
        return first;
    }

    /// <summary>The worker of now, or the one that is being started; null when that is no longer waited for.</summary>
    public async Task<LiveWorker?> CurrentOrNoneAsync(CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current).Task;
        await ((Task)current).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return cancellationToken.IsCancellationRequested ? null : await current;
    }

    /// <summary>Lets the worker finish what it has begun, and ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (Volatile.Read(ref _current).Task is { IsCompletedSuccessfully: true } current)
        {
            var worker = await current;
            worker.Stream.Send(new() { WorkerTerminate = new() });
            await Task.WhenAny(worker.Started.Ended, Task.Delay(MaxEnd, CancellationToken.None));
            worker.Started.Kill();
        }

        await _keeping;
        _stopping.Dispose();
    }

    private async Task KeepAsync(LiveWorker? worker)
    {
        for (var pause = FirstPause; !_stopping.IsCancellationRequested; pause = pause < MaxPause ? pause * 2 : MaxPause)
        {
            var (began, fault) = (Environment.TickCount64, (Exception?)null);
            try
            {
                worker ??= await BeginAsync(_stopping.Token);
                _current.SetResult(worker);
                await Task.WhenAny(worker.Stream.Gone, worker.Started.Ended);
                if (_stopping.IsCancellationRequested)
                {
                    return;
                }
                Volatile.Write(ref _current, new(TaskCreationOptions.RunContinuationsAsynchronously));
                worker.Stream.Close();
                worker.Started.Kill();
                worker = null;
            }
            // Whatever keeps it from starting may be over the next time.
            catch (Exception thrown)
            {
                fault = thrown;
            }
            if (Environment.TickCount64 - began >= Steady.TotalMilliseconds)
            {
                pause = FirstPause;
            }
            _log.WorkerEnded(fault, (long)pause.TotalMilliseconds);
            await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<LiveWorker> BeginAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MaxStart);
        var (id, stream) = (Guid.NewGuid().ToString(), new WorkerStream(loggers));
        server.Expect(id, stream);
        var started = await launcher.LaunchAsync(new WorkerStart(server.Address, id), patience.Token);
        _ = started.Ended.ContinueWith(_ => stream.Close(), TaskScheduler.Default);
        try
        {
            var answers = await Handshake.RunAsync(stream, launcher.AppFolder, patience.Token);
            await ConnectAsync(new Uri(answers.Http), patience.Token);
            return new LiveWorker(stream, started, answers);
        }
        catch
        {
            started.Kill();
            throw;
        }
    }

    // The worker's web server may begin to listen after its stream has opened.
    private static async Task ConnectAsync(Uri http, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(http.Host, http.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(10, cancellationToken);
            }
        }
    }
}
