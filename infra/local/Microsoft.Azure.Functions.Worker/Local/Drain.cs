using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Azure.Functions.Worker.Local;

/// <summary>The two steps of going down: first nothing new is begun, then what still runs is cancelled.</summary>
internal sealed class Drain : IDisposable
{
    // The rest of the shutdown time is left to those who heed the cancellation.
    private const double ShareForRunning = 0.8;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly CancellationTokenRegistration _onStopping;
    private readonly CancellationTokenRegistration _onAbandoned;

    public Drain(IHostApplicationLifetime lifetime, IOptions<HostOptions> options, ILoggerFactory loggers)
    {
        Stopping = lifetime.ApplicationStopping;
        _onStopping = Stopping.Register(() => _abandoned.CancelAfter(options.Value.ShutdownTimeout * ShareForRunning));
        _onAbandoned = Abandoned.Register(loggers.CreateLogger("Host.Lifetime").Abandoning);
    }

    public CancellationToken Stopping { get; }

    public CancellationToken Abandoned => _abandoned.Token;

    public void Dispose()
    {
        _onStopping.Dispose();
        _onAbandoned.Dispose();
        _abandoned.Dispose();
    }
}
