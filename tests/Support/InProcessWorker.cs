using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Alleviation.LocalHost;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Tests.Support;

/// <summary>The service as the real worker has it, but in this process: with a test's clock and services, several side by side.</summary>
public sealed class InProcessWorker(FunctionsApplicationBuilder builder) : IWorkerLauncher, IDisposable
{
    private IHost? _app;

    public string AppFolder => AppContext.BaseDirectory;

    public IServiceProvider Services => _app!.Services;

    public async Task<IStartedWorker> LaunchAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                // What a worker process takes from its command line.
                ["Functions:Worker:HostEndpoint"] = start.Host.ToString(),
                ["Functions:Worker:WorkerId"] = start.WorkerId,
                ["Functions:Worker:RequestId"] = start.WorkerId,
                ["Functions:Worker:GrpcMaxMessageLength"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
            }
        );
        // The worker draws one port for its process, which all of them would take.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.PostConfigure<WorkerOptions>(options => options.Capabilities["HttpUri"] = $"http://127.0.0.1:{port}/");
        _app = builder.Build();
        await _app.StartAsync(cancellationToken);
        return new StartedApp(_app);
    }

    public void Dispose() => _app?.Dispose();

    // The worker finds its functions by the process's entry assembly, and its files by this folder.
    [ModuleInitializer]
    internal static void BeTheService()
    {
        Assembly.SetEntryAssembly(typeof(Functions.Program).Assembly);
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
    }

    private sealed class StartedApp : IStartedWorker
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly IHost _app;

        public StartedApp(IHost app)
        {
            _app = app;
            // The worker asks for this when the host tells it to end.
            app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => _ = EndAsync());
        }

        public Task Ended => _ended.Task;

        public void Kill() => _ = EndAsync();

        private async Task EndAsync()
        {
            await Task.Yield();
            await _app.StopAsync();
            _ended.TrySetResult();
        }
    }
}
