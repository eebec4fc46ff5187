using System.Text.Json;
using Alleviation.LocalHost.Protocol;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.LocalHost;

public sealed class QueueTests() : WithScene<StorageAccount>(Azurite.NewAccountAsync)
{
    private const string Deferred = """, "properties":{"supportsDeferredBinding":"True"} """;

    [Fact]
    public async Task Message_ReachesItsParameterAsTextOrWhole_AndIsDeleted()
    {
        using var worker = new FakeWorker().HasQueue("Text", "texts").HasQueue("Whole", "wholes", Deferred);
        await using var host = await FakeHost.StartAsync(worker, Scene);
        await (await Scene.QueueAsync("texts")).SendMessageAsync("梅州");
        await (await Scene.QueueAsync("wholes")).SendMessageAsync("{\"n\":1}");
        await Eventually.TrueAsync(async () =>
            worker.Invocations.Count == 2 && await Scene.WaitingAsync("texts") + await Scene.WaitingAsync("wholes") == 0
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
        var queue = await Scene.QueueAsync("waits");
        for (var each = 0; each < 12; each++)
        {
            await queue.SendMessageAsync("one of twelve");
        }
        await using var host = await FakeHost.StartAsync(worker, Scene);
        // One that ends makes no room; with two ended, no more than the threshold is left and a batch comes on top.
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 3));
        gate.Release(12);
        await Eventually.TrueAsync(async () => await Scene.WaitingAsync("waits") == 0);
        Assert.InRange(most, 3, 4);
    }

    [Fact]
    public async Task MessageOfALongFunction_StaysHiddenFromOthers()
    {
        using var worker = new FakeWorker().HasQueue("Waits", "waits");
        var gate = new TaskCompletionSource();
        worker.OnInvoke = (_, _) => gate.Task;
        await using var host = await FakeHost.StartAsync(worker, Scene, settings: new() { ["LocalHost:MessageLease"] = "00:00:02" });
        var queue = await Scene.QueueAsync("waits");
        var sent = (await queue.SendMessageAsync("long")).Value;
        // The other would have it when the first lease ends, four seconds after it began.
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 1));
        var lease = DateTimeOffset.UtcNow.AddSeconds(4);
        await Eventually.SeesAsync(
            async () => (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(1))).Value.Length,
            deliveries => deliveries > 0 || DateTimeOffset.UtcNow > lease
        );
        Assert.Equal(1, await Scene.WaitingAsync("waits"));
        Assert.NotNull(sent.MessageId);
        gate.SetResult();
        await Eventually.TrueAsync(async () => await Scene.WaitingAsync("waits") == 0);
        Assert.Single(worker.Invocations);
    }

    private static TypedData InputOf(FakeWorker worker, string function) =>
        worker
            .Invocations.Single(invocation => invocation.FunctionId == $"id-of-{function}")
            .InputData.Single(input => input.Name == "message")
            .Data;
}
