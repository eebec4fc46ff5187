using System.Collections.Concurrent;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.LocalHost;

/// <summary>Messages whose worker, time or host ends before their function.</summary>
public sealed class QueueInterruptionTests() : WithScene<StorageAccount>(Azurite.NewAccountAsync)
{
    [Fact]
    public async Task WorkerThatDies_GivesItsMessagesToTheNext()
    {
        using var worker = new FakeWorker().HasQueue("Works", "work");
        var first = new ConcurrentQueue<int>();
        worker.OnInvoke = async (_, token) =>
        {
            if (worker.Starts == 1)
            {
                first.Enqueue(1);
                await Task.Delay(Timeout.Infinite, token);
            }
        };
        await using var host = await FakeHost.StartAsync(worker, Scene);
        var queue = await Scene.QueueAsync("work");
        for (var each = 0; each < 5; each++)
        {
            await queue.SendMessageAsync("one of five");
        }
        await Eventually.TrueAsync(() => Task.FromResult(first.Count == 5));
        worker.Current!.Kill();
        await Eventually.TrueAsync(async () => await Scene.WaitingAsync("work") == 0);
        Assert.Equal((2, 10), (worker.Starts, worker.Invocations.Count));
    }

    [Fact]
    public async Task FunctionThatGoesOnAfterItsTime_CostsItsWorker()
    {
        using var worker = new FakeWorker("""{"version":"2.0","functionTimeout":"00:00:01"}""").HasQueue("Deaf", "deaf");
        worker.OnInvoke = (_, _) => worker.Starts == 1 ? new TaskCompletionSource().Task : Task.CompletedTask;
        await using var host = await FakeHost.StartAsync(worker, Scene);
        await (await Scene.QueueAsync("deaf")).SendMessageAsync("hello");
        await Eventually.TrueAsync(async () => worker.Invocations.Count == 2 && await Scene.WaitingAsync("deaf") == 0);
        Assert.Equal(2, worker.Starts);
    }

    [Fact]
    public async Task HostThatStops_TakesNothingNewAndLetsWhatRunsFinish()
    {
        using var worker = new FakeWorker("""{"version":"2.0","extensions":{"queues":{"batchSize":2,"newBatchThreshold":0}}}""")
            .HasQueue("Waits", "waits")
            .HasHttp("Read", "things");
        var gate = new TaskCompletionSource();
        worker.OnInvoke = (_, _) => gate.Task;
        // All are there before the host looks: had it come when there was one, it would have taken that one alone.
        var queue = await Scene.QueueAsync("waits");
        for (var each = 0; each < 5; each++)
        {
            await queue.SendMessageAsync("one of five");
        }
        var host = await FakeHost.StartAsync(worker, Scene);
        using var client = host.Client();
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 2));
        var asking = client.GetStringAsync("api/things");
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 3));
        var stopping = host.DisposeAsync().AsTask();
        await Eventually.TrueAsync(async () => !await AnswersAsync(host.Address));
        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        await stopping;
        Assert.Equal("answered", await asking);
        Assert.Equal(3, await Scene.WaitingAsync("waits"));
        Assert.Equal(3, worker.Invocations.Count);
    }

    private static async Task<bool> AnswersAsync(Uri address)
    {
        try
        {
            using var socket = new System.Net.Sockets.TcpClient();
            await socket.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
