using System.Collections.Concurrent;
using System.Threading.Channels;
using Alleviation.LocalHost;
using Alleviation.LocalHost.Protocol;
using Grpc.Core;
using Grpc.Net.Client;
using Content = Alleviation.LocalHost.Protocol.StreamingMessage.ContentOneofCase;
using RpcException = Grpc.Core.RpcException;

namespace Alleviation.Tests.LocalHost;

/// <summary>What a fake worker says to its host, and answers, from one start to its end.</summary>
/// <param name="http">Where its web server listens.</param>
internal sealed class FakeConversation(FakeWorker worker, FakeStarted started, string http)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    public async Task SpeakAsync(WorkerStart start)
    {
        using var channel = GrpcChannel.ForAddress(start.Host);
        using var stream = new FunctionRpc.FunctionRpcClient(channel).EventStream(cancellationToken: started.Killed);
        var outgoing = Channel.CreateUnbounded<StreamingMessage>();
        var writing = WriteAsync(stream.RequestStream, outgoing.Reader);
        outgoing.Writer.TryWrite(worker.Says(new StreamingMessage { StartStream = new StartStream { WorkerId = start.WorkerId } }));
        try
        {
            await foreach (var message in stream.ResponseStream.ReadAllAsync(started.Killed))
            {
                if (message.ContentCase is Content.WorkerTerminate)
                {
                    break;
                }
                _ = AnswerAsync(message, answer => outgoing.Writer.TryWrite(worker.Says(answer)));
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

    private async Task AnswerAsync(StreamingMessage message, Func<StreamingMessage, bool> say)
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
                            FunctionMetadataResults = { worker.Functions },
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
        worker.Remember(request);
        try
        {
            await worker.OnInvoke(request, running.Token);
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
}
