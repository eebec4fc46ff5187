using Alleviation.Tests.Local.Host.Support;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Local.Host;

public sealed class QueuePollingTests
{
    private const string Receive = "GET messages";
    private const string Renew = "PUT messages";

    [Fact]
    public async Task MessagesUnderWay_AreAtMostBatchSizeAndNewBatchThreshold()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("waits");
        for (var i = 0; i < 20; i++) { await queue.SendMessageAsync($"{i}"); }
        await using var host = await SampleHost.StartAsync(
            QueueHost.Loading(account, "Queue_Waits").With("extensions:queues:batchSize", "4").With("extensions:queues:newBatchThreshold", "2"));

        await host.Journal.EntriesAsync(4);
        Assert.Equal(4, host.Journal.MostRunning);
        // Two go on and write so, which leaves the threshold of two under way: four more come.
        host.Journal.LetGoOn(2);
        await host.Journal.EntriesAsync(4 + 2 + 4);
        host.Journal.LetGoOn(18);
        await host.Journal.EntriesAsync(20 + 20);
        await queue.UntilEmptyAsync();

        Assert.Equal(6, host.Journal.MostRunning);
    }

    [Fact]
    public async Task FunctionThatRunsLongerThanTheLease_HasTheMessageAlone()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("waits");
        await queue.SendMessageAsync("hello");
        var calls = new CallLog();
        var builder = QueueHost.Loading(account, "Queue_Waits").WithSetting("LocalHost:MessageLease", "00:00:04");
        builder.Services.AddSingleton(calls.ClientFor(account.ConnectionString));
        await using var host = await SampleHost.StartAsync(builder);

        // Three renewals, each after half a lease: without them the message would have come back.
        await Eventually.TrueAsync(() => Task.FromResult(calls.Count(Renew) >= 3));
        Assert.Equal(["at gate"], host.Journal.Entries);
        host.Journal.LetGoOn(1);
        await queue.UntilEmptyAsync();

        Assert.Equal(["at gate", "went on hello"], host.Journal.Entries);
    }

    [Fact]
    public async Task EmptyQueue_IsLeftAloneForLongerAndLonger()
    {
        var account = await Azurite.NewAccountAsync();
        await account.NewQueueAsync("text");
        var calls = new CallLog();
        var builder = QueueHost.Loading(account, "Queue_Text").With("extensions:queues:maxPollingInterval", "00:00:10");
        builder.Services.AddSingleton(calls.ClientFor(account.ConnectionString));
        await using var host = await SampleHost.StartAsync(builder);

        await Eventually.TrueAsync(() => Task.FromResult(calls.Count(Receive) >= 4));

        var looks = calls.Calls.Where(call => call.Call == Receive).Select(call => call.At).ToList();
        Assert.All(
            looks.Zip(looks.Skip(1), (from, to) => TimeProvider.System.GetElapsedTime(from, to)).Take(3).Zip([80, 160, 320]),
            gap => Assert.True(gap.First > TimeSpan.FromMilliseconds(gap.Second - 5), $"{gap.First} is less than {gap.Second} ms."));
        Assert.Equal(calls.Count(Receive), calls.Calls.Count);
    }

    [Fact]
    public void Pause_DoublesUpToTheLongestAndStartsAgain()
    {
        var pause = new PollingPause(TimeSpan.FromSeconds(1));
        foreach (var expected in (int[])[100, 200, 400, 800, 1000, 1000])
        {
            Assert.InRange(pause.Next().TotalMilliseconds, expected * 0.79, Math.Min(expected * 1.21, 1000));
        }

        pause.Reset();

        Assert.InRange(pause.Next().TotalMilliseconds, 79, 121);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task StorageThatFails_DoesNotStopThePoller(int status)
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("text");
        await queue.SendMessageAsync("hello");
        var calls = new CallLog
        {
            Fault = (call, count) => call == Receive && count <= 3 ? status > 0 ? status : throw new IOException("The connection was closed.") : null,
        };
        var builder = QueueHost.Loading(account, "Queue_Text");
        builder.Services.AddSingleton(calls.ClientFor(account.ConnectionString));

        await using var host = await SampleHost.StartAsync(builder);

        Assert.Equal(["hello"], await host.Journal.EntriesAsync(1));
        Assert.True(calls.Count(Receive) >= 4);
    }

    [Fact]
    public async Task MessageThatCannotBeDeleted_ComesBack()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("text");
        await queue.SendMessageAsync("hello");
        var calls = new CallLog { Fault = (call, count) => call == "DELETE messages" && count == 1 ? 500 : null };
        var builder = QueueHost.Loading(account, "Queue_Text").WithSetting("LocalHost:MessageLease", "00:00:01");
        builder.Services.AddSingleton(calls.ClientFor(account.ConnectionString));

        await using var host = await SampleHost.StartAsync(builder);

        Assert.Equal(["hello", "hello"], await host.Journal.EntriesAsync(2));
        await queue.UntilEmptyAsync();
    }
}
