using System.Collections.Concurrent;
using Alleviation.LocalHost;
using Alleviation.LocalHost.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.LocalHost;

/// <summary>
/// A worker that says what a test wants it to say, over the real protocol: what the real one does seldom can be seen here.
/// </summary>
internal sealed class FakeWorker : IWorkerLauncher, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alleviation-fake-");
    private readonly ConcurrentQueue<InvocationRequest> _invocations = new();

    public FakeWorker(string hostJson = """{"version": "2.0"}""") =>
        File.WriteAllText(Path.Combine(_folder.FullName, "host.json"), hostJson);

    public string AppFolder => _folder.FullName;

    public List<RpcFunctionMetadata> Functions { get; } = [];

    /// <summary>What a function does. It succeeds unless it throws.</summary>
    public Func<InvocationRequest, CancellationToken, Task> OnInvoke { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What the worker's web server answers.</summary>
    public RequestDelegate OnRequest { get; set; } = http => http.Response.WriteAsync("answered");

    /// <summary>Changes what is about to be said.</summary>
    public Func<StreamingMessage, StreamingMessage> Says { get; set; } = message => message;

    public IReadOnlyCollection<InvocationRequest> Invocations => _invocations;

    /// <summary>How often it was begun.</summary>
    public int Starts { get; private set; }

    public FakeStarted? Current { get; private set; }

    public FakeWorker Has(string name, string binding)
    {
        Functions.Add(
            new RpcFunctionMetadata
            {
                Name = name,
                FunctionId = $"id-of-{name}",
                RawBindings = { binding },
            }
        );
        return this;
    }

    public FakeWorker HasHttp(string name, string route, string methods = """["get"]""") =>
        Has(
            name,
            """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","""
                + $$""" "methods":{{methods}},"route":"{{route}}"}"""
        );

    public FakeWorker HasQueue(string name, string queue, string kind = """, "dataType":"String" """) =>
        Has(name, $$"""{"name":"message","type":"queueTrigger","direction":"In","queueName":"{{queue}}"{{kind}}}""");

    public FakeWorker HasTimer(string name, string schedule) =>
        Has(name, $$"""{"name":"timer","type":"timerTrigger","direction":"In","schedule":"{{schedule}}"}""");

    public async Task<IStartedWorker> LaunchAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        Starts++;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var web = builder.Build();
        web.Run(http =>
        {
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            return OnRequest(http);
        });
        await web.StartAsync(cancellationToken);
        Current = new FakeStarted(web);
        _ = Task.Run(() => new FakeConversation(this, Current, web.Urls.First()).SpeakAsync(start), CancellationToken.None);
        return Current;
    }

    internal void Remember(InvocationRequest invocation) => _invocations.Enqueue(invocation);

    public void Dispose()
    {
        Current?.Kill();
        _folder.Delete(recursive: true);
    }
}
