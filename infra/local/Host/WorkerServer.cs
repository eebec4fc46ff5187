using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Alleviation.LocalHost;

/// <summary>The gRPC server that workers connect to, on a free port of this machine; it knows only those that were begun here.</summary>
internal sealed class WorkerServer : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WorkerStream> _expected = new(StringComparer.Ordinal);
    private readonly WebApplication _server;

    private WorkerServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, at => at.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(this).AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        _server = builder.Build();
        _server.MapGrpcService<WorkerServer>();
    }

    public Uri Address => new(_server.Urls.First());

    public static async Task<WorkerServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new WorkerServer();
        await server._server.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>A worker that will open its stream under the id.</summary>
    public void Expect(string workerId, WorkerStream stream) => _expected[workerId] = stream;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        var isOpen = await requestStream.MoveNext(context.CancellationToken);
        var id = isOpen && requestStream.Current.StartStream is { } start ? start.WorkerId : "";
        if (!_expected.TryRemove(id, out var stream))
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "No worker was begun under this id."));
        }

        await stream.RunAsync(requestStream, responseStream, context.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
