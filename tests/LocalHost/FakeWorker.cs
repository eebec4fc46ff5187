using System.Collections.Concurrent;
using System.Threading.Channels;
using Alleviation.LocalHost;
using Alleviation.LocalHost.Protocol;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Content = Alleviation.LocalHost.Protocol.StreamingMessage.ContentOneofCase;
using RpcException = Grpc.Core.RpcException;

namespace Alleviation.Tests.LocalHost;

/// <summary>
/// A worker that says what a test wants it to say, over the real protocol: what the real one does seldom can be seen here.
/// </summary>
internal sealed class FakeWorker : IWorkerLauncher, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alleviation-fake-");
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
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
        _ = Task.Run(() => SpeakAsync(start, web.Urls.First(), Current), CancellationToken.None);
        return Current;
    }

    public void Dispose()
    {
        Current?.Kill();
        _folder.Delete(recursive: true);
    }

    private async Task SpeakAsync(WorkerStart start, string http, FakeStarted started)
    {
        using var channel = GrpcChannel.ForAddress(start.Host);
        using var stream = new FunctionRpc.FunctionRpcClient(channel).EventStream(cancellationToken: started.Killed);
        var outgoing = Channel.CreateUnbounded<StreamingMessage>();
        var writing = WriteAsync(stream.RequestStream, outgoing.Reader);
        outgoing.Writer.TryWrite(Says(new StreamingMessage { StartStream = new StartStream { WorkerId = start.WorkerId } }));
        try
        {
            await foreach (var message in stream.ResponseStream.ReadAllAsync(started.Killed))
            {
                if (message.ContentCase is Content.WorkerTerminate)
                {
                    break;
                }
                _ = AnswerAsync(message, http, answer => outgoing.Writer.TryWrite(Says(answer)));
            }
        }
        catch (RpcException)
        {
            // Killed, or sent away.
        }

        outgoing.Writer.TryComplete();
        await writing;
        started.Kill();
    }

    private static async Task WriteAsync(IClientStreamWriter<StreamingMessage> stream, ChannelReader<StreamingMessage> outgoing)
    {
        try
        {
            await foreach (var message in outgoing.ReadAllAsync())
            {
                await stream.WriteAsync(message);
            }
            await stream.CompleteAsync();
        }
        catch (Exception end) when (end is RpcException or InvalidOperationException or OperationCanceledException)
        {
            // Killed.
        }
    }

    private async Task AnswerAsync(StreamingMessage message, string http, Func<StreamingMessage, bool> say)
    {
        var success = new StatusResult { Status = StatusResult.Types.Status.Success };
        switch (message.ContentCase)
        {
            case Content.WorkerInitRequest:
                say(
                    new StreamingMessage
                    {
                        WorkerInitResponse = new WorkerInitResponse { Result = success, Capabilities = { ["HttpUri"] = http } },
                    }
                );
                break;
            case Content.FunctionsMetadataRequest:
                say(
                    new StreamingMessage
                    {
                        FunctionMetadataResponse = new FunctionMetadataResponse
                        {
                            Result = success,
                            FunctionMetadataResults = { Functions },
                        },
                    }
                );
                break;
            case Content.FunctionLoadRequest:
                say(
                    new StreamingMessage
                    {
                        FunctionLoadResponse = new FunctionLoadResponse
                        {
                            FunctionId = message.FunctionLoadRequest.FunctionId,
                            Result = success,
                        },
                    }
                );
                break;
            case Content.InvocationCancel:
                if (_running.TryGetValue(message.InvocationCancel.InvocationId, out var running))
                {
                    await running.CancelAsync();
                }
                break;
            case Content.InvocationRequest:
                var id = message.InvocationRequest.InvocationId;
                var result = await InvokeAsync(message.InvocationRequest);
                say(
                    new StreamingMessage
                    {
                        InvocationResponse = new InvocationResponse { InvocationId = id, Result = result },
                    }
                );
                break;
        }
    }

    private async Task<StatusResult> InvokeAsync(InvocationRequest request)
    {
        using var running = _running[request.InvocationId] = new CancellationTokenSource();
        _invocations.Enqueue(request);
        try
        {
            await OnInvoke(request, running.Token);
            return new StatusResult { Status = StatusResult.Types.Status.Success };
        }
#pragma warning disable CA1031 // As the real worker: what a function throws is told.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return new StatusResult
            {
                Status = StatusResult.Types.Status.Failure,
                Exception = new() { Message = thrown.Message, Type = thrown.GetType().Name },
            };
        }
        finally
        {
            _running.TryRemove(request.InvocationId, out _);
        }
    }

    internal sealed class FakeStarted(WebApplication web) : IStartedWorker, IDisposable
    {
        private readonly CancellationTokenSource _killed = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Killed => _killed.Token;

        public Task Ended => _ended.Task;

        public void Dispose() => _killed.Dispose();

        public void Kill()
        {
            if (_killed.IsCancellationRequested)
            {
                return;
            }
            _killed.Cancel();
            _ = web.DisposeAsync().AsTask().ContinueWith(_ => _ended.TrySetResult(), TaskScheduler.Default);
        }
    }
}
