using System.Collections.Concurrent;
using System.Text.Json;
using Alleviation.LocalHost.Protocol;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;

namespace Alleviation.Tests.LocalHost;

public sealed class QueueTests() : WithScene<StorageAccount>(Azurite.NewAccountAsync)
{
    private const string Deferred = """, "properties":{"supportsDeferredBinding":"True"} """;

    [Fact]
    public async Task Message_ReachesItsParameterAsTextOrWhole_AndIsDeleted()
    {
        using var worker = new FakeWorker().HasQueue("Text", "texts").HasQueue("Whole", "wholes", Deferred);
        await using var host = await FakeHost.StartAsync(worker, Scene);

        await (await QueueAsync("texts")).SendMessageAsync("梅州");
        await (await QueueAsync("wholes")).SendMessageAsync("{\"n\":1}");
        await Eventually.TrueAsync(async () =>
            worker.Invocations.Count == 2 && await WaitingAsync("texts") + await WaitingAsync("wholes") == 0
        );

        Assert.Equal("梅州", InputOf(worker, "Text").String);
        var whole = InputOf(worker, "Whole").ModelBindingData;
        Assert.Equal(("1.0", "AzureStorageQueues", "application/json"), (whole.Version, whole.Source, whole.ContentType));
        var message = JsonDocument.Parse(whole.Content.ToByteArray()).RootElement;
        Assert.Equal(("{\"n\":1}", 1), (message.GetProperty("MessageText").GetString(), message.GetProperty("DequeueCount").GetInt32()));
        Assert.All(
            ["MessageId", "PopReceipt", "InsertedOn", "ExpiresOn", "NextVisibleOn"],
            name => Assert.NotEqual("", message.GetProperty(name).GetString())
        );
    }

    [Fact]
    public async Task NoMoreThanBatchAndThreshold_AreUnderWayAtATime()
    {
        using var worker = new FakeWorker("""{"version":"2.0","extensions":{"queues":{"batchSize":3,"newBatchThreshold":1}}}""").HasQueue(
            "Waits",
            "waits"
        );
        var (gate, most, now) = (new SemaphoreSlim(0), 0, 0);
        worker.OnInvoke = async (_, token) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
            }
            await gate.WaitAsync(token);
            lock (gate)
            {
                now--;
            }
        };
        var queue = await QueueAsync("waits");
        for (var each = 0; each < 12; each++)
        {
            await queue.SendMessageAsync("one of twelve");
        }
        await using var host = await FakeHost.StartAsync(worker, Scene);

        // One that ends makes no room; with two ended, no more than the threshold is left and a batch comes on top.
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 3));
        gate.Release(12);
        await Eventually.TrueAsync(async () => await WaitingAsync("waits") == 0);

        Assert.InRange(most, 3, 4);
    }

    [Fact]
    public async Task MessageOfALongFunction_StaysHiddenFromOthers()
    {
        using var worker = new FakeWorker().HasQueue("Waits", "waits");
        var gate = new TaskCompletionSource();
        worker.OnInvoke = (_, _) => gate.Task;
        await using var host = await FakeHost.StartAsync(worker, Scene, settings: new() { ["LocalHost:MessageLease"] = "00:00:02" });
        var queue = await QueueAsync("waits");
        var sent = (await queue.SendMessageAsync("long")).Value;

        // The other would have it when the first lease ends, four seconds after it began.
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 1));
        var lease = DateTimeOffset.UtcNow.AddSeconds(4);
        await Eventually.SeesAsync(
            async () => (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1))).Value.Length,
            deliveries => deliveries > 0 || DateTimeOffset.UtcNow > lease
        );
        Assert.Equal(1, await WaitingAsync("waits"));
        Assert.NotNull(sent.MessageId);
        gate.SetResult();
        await Eventually.TrueAsync(async () => await WaitingAsync("waits") == 0);
        Assert.Single(worker.Invocations);
    }

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
        var queue = await QueueAsync("work");
        for (var each = 0; each < 5; each++)
        {
            await queue.SendMessageAsync("one of five");
        }
        await Eventually.TrueAsync(() => Task.FromResult(first.Count == 5));

        worker.Current!.Kill();

        await Eventually.TrueAsync(async () => await WaitingAsync("work") == 0);
        Assert.Equal((2, 10), (worker.Starts, worker.Invocations.Count));
    }

    [Fact]
    public async Task FunctionThatGoesOnAfterItsTime_CostsItsWorker()
    {
        using var worker = new FakeWorker("""{"version":"2.0","functionTimeout":"00:00:01"}""").HasQueue("Deaf", "deaf");
        worker.OnInvoke = (_, _) => worker.Starts == 1 ? new TaskCompletionSource().Task : Task.CompletedTask;
        await using var host = await FakeHost.StartAsync(worker, Scene);

        await (await QueueAsync("deaf")).SendMessageAsync("hello");

        await Eventually.TrueAsync(async () => worker.Invocations.Count == 2 && await WaitingAsync("deaf") == 0);
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
        var queue = await QueueAsync("waits");
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
        Assert.Equal(3, await WaitingAsync("waits"));
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

    private static TypedData InputOf(FakeWorker worker, string function) =>
        worker
            .Invocations.Single(invocation => invocation.FunctionId == $"id-of-{function}")
            .InputData.Single(input => input.Name == "message")
            .Data;

    private async Task<QueueClient> QueueAsync(string name)
    {
        var queue = new QueueClient(Scene.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    private async Task<int> WaitingAsync(string name) =>
        (await (await QueueAsync(name)).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
