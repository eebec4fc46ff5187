using Alleviation.LocalHost;
using Alleviation.LocalHost.Protocol;
using Grpc.Core;
using Grpc.Net.Client;
using RpcException = Grpc.Core.RpcException;

namespace Alleviation.Tests.LocalHost;

public sealed class HandshakeTests
{
    private static readonly StatusResult Failure = new()
    {
        Status = StatusResult.Types.Status.Failure,
        Exception = new() { Message = "it is Friday" },
    };

    [Fact]
    public async Task WorkerThatDoesNotInitialise_KeepsTheHostFromStarting()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things");
        worker.Says = said => said.WorkerInitResponse is { } init ? new() { WorkerInitResponse = new(init) { Result = Failure } } : said;

        Assert.Contains("it is Friday", await RefusalAsync(worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionThatDoesNotLoad_IsNamed()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things").HasHttp("Write", "other-things");
        worker.Says = said =>
            said.FunctionLoadResponse is { FunctionId: "id-of-Write" } load
                ? new() { FunctionLoadResponse = new(load) { Result = Failure } }
                : said;

        Assert.Contains("'Write': it is Friday", await RefusalAsync(worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkerThatAnswersNoRequests_IsTold()
    {
        using var worker = new FakeWorker();
        worker.Says = said =>
            said.WorkerInitResponse is { } init ? new() { WorkerInitResponse = new WorkerInitResponse { Result = init.Result } } : said;

        Assert.Contains("ConfigureFunctionsWebApplication", await RefusalAsync(worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkerThatEndsAtOnce_KeepsTheHostFromStarting()
    {
        using var worker = new FakeWorker();
        worker.Says = said =>
        {
            if (said.WorkerInitResponse is not null)
            {
                worker.Current!.Kill();
            }
            return said;
        };

        await Assert.ThrowsAsync<WorkerGoneException>(() => FakeHost.StartAsync(worker));
    }

    [Fact]
    public async Task WhoWasNotBegunHere_IsSentAway()
    {
        await using var server = await WorkerServer.StartAsync(CancellationToken.None);
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var stream = new FunctionRpc.FunctionRpcClient(channel).EventStream();
        await stream.RequestStream.WriteAsync(
            new StreamingMessage { StartStream = new StartStream { WorkerId = Guid.NewGuid().ToString() } }
        );

        var refused = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private static async Task<string> RefusalAsync(FakeWorker worker) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => FakeHost.StartAsync(worker))).Message;
}
