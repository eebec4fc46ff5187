using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alleviation.Tests.Platform.Queues;

/// <summary>Messages that are taken back, and the next ones that take their place.</summary>
public sealed class SpareMessagesTests() : WithScene<SpareMessagesTests.QueueScene>(QueueScene.StartAsync)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task TakenBackWhereTheNextIsNear_TakesItsText_AndComesWhenTheNextIsDue()
    {
        var first = await SendAsync(1, Later);
        await Scene.Messages.TakeBackAsync(first, isNextNear: true);

        var next = await SendAsync(2, Soon);

        Assert.Equal((first.Id, 1), (next.Id, await CountAsync()));
        var (message, version) = await ReceiveAsync();
        Assert.Equal((next.Id, 2, 1L), (message.MessageId, version, message.DequeueCount));
        Assert.InRange(message.ExpiresOn!.Value, DateTimeOffset.UtcNow.AddYears(10), DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task TakenBackTwiceInARow_IsStillOneMessage()
    {
        var sent = await SendAsync(1, Later);
        for (var version = 2; version < 6; version++)
        {
            await Scene.Messages.TakeBackAsync(sent, isNextNear: true);
            sent = await SendAsync(version, Later);
        }
        Assert.Equal(1, await CountAsync());
        await Scene.Messages.TakeBackAsync(sent, isNextNear: false);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task WhereNoneFollows_ItIsRemoved()
    {
        await Scene.Messages.TakeBackAsync(await SendAsync(1, Later), isNextNear: true);

        await Eventually.SeesAsync(CountAsync, count => count == 0);
        var next = await SendAsync(2, Soon);
        Assert.Equal(1, await CountAsync());
        Assert.Equal((next.Id, 2), await ReceiveAsync() is var (message, version) ? (message.MessageId, version) : default);
    }

    [Fact]
    public async Task ThatComesTooSoonToBeKept_IsRemovedAtOnce()
    {
        await Scene.Messages.TakeBackAsync(await SendAsync(1, TimeSpan.FromSeconds(1)), isNextNear: true);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThatWasReceivedOrRemovedMeanwhile_IsNotUsed_AndTheNextIsSentAnew(bool isRemoved)
    {
        var first = await SendAsync(1, Later);
        // As by a host that received it: from then on it has another receipt.
        var receipt = (await Scene.Queue.UpdateMessageAsync(first.Id, first.PopReceipt, visibilityTimeout: Later)).Value.PopReceipt;
        if (isRemoved)
        {
            await Scene.Queue.DeleteMessageAsync(first.Id, receipt);
        }
        await Scene.Messages.TakeBackAsync(first, isNextNear: true);

        var next = await SendAsync(2, Soon);

        Assert.NotEqual(first.Id, next.Id);
        Assert.Equal(isRemoved ? 1 : 2, await CountAsync());
        Assert.Equal((next.Id, 2), await ReceiveAsync() is var (message, version) ? (message.MessageId, version) : default);
    }

    [Fact]
    public async Task ManyAtATime_NoneTakesThePlaceOfOneThatIsWaitedFor()
    {
        var sent = await Task.WhenAll(Enumerable.Range(1, 20).Select(version => SendAsync(version, Later)));
        await Task.WhenAll(sent.Take(10).Select(message => Scene.Messages.TakeBackAsync(message, isNextNear: true)));

        var next = await Task.WhenAll(Enumerable.Range(21, 30).Select(version => SendAsync(version, Soon)));

        Assert.Equal(40, sent.Skip(10).Concat(next).Select(message => message.Id).Distinct().Count());
        Assert.Equal(40, await CountAsync());
        var versions = new List<int>();
        while (versions.Count < 30)
        {
            versions.Add((await ReceiveAsync()).Version);
        }
        Assert.Equal(Enumerable.Range(21, 30), versions.Order());
    }

    private Task<SentMessage> SendAsync(int version, TimeSpan after) =>
        Scene.Messages.SendAsync(
            new HouseholdChanged("63-878a9d284cef429afeacffff0cd6fa", version, IsByCall: true),
            after,
            CancellationToken.None
        );

    private async Task<int> CountAsync() => (await Scene.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private async Task<(QueueMessage Message, int Version)> ReceiveAsync()
    {
        var message = await Eventually.SeesAsync(
            async () => (await Scene.Queue.ReceiveMessageAsync(Later)).Value,
            found => found is not null
        );
        return (message, Pointer.Read<HouseholdChanged>(message.Body.ToString()).HouseholdVersion);
    }

    public sealed record QueueScene(StorageAccount Storage, QueueClient Queue, MessageSender Messages) : IAsyncDisposable
    {
        public static async Task<QueueScene> StartAsync()
        {
            var storage = await Azurite.NewAccountAsync();
            var service = new QueueServiceClient(storage.ConnectionString);
            var queue = service.GetQueueClient("changes");
            await queue.CreateAsync();
            return new QueueScene(storage, queue, new MessageSender(service, TimeProvider.System));
        }

        public ValueTask DisposeAsync() => Storage.DisposeAsync();
    }
}
