using Alleviation.Tests.Local.Host.Support;
using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Tests.Local.Host;

public sealed class QueueDrainTests
{
    [Fact]
    public async Task HostThatStops_EndsWhatRunsAndBeginsNothing()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("waits");
        for (var i = 0; i < 3; i++) { await queue.SendMessageAsync($"{i}"); }
        await using var host = await SampleHost.StartAsync(
            QueueHost.Loading(account, "Queue_Waits").With("extensions:queues:batchSize", "1").With("extensions:queues:newBatchThreshold", "0"));
        await host.Journal.EntriesAsync(1);

        var stop = host.StopAsync();
        host.Journal.LetGoOn(3);
        await stop;

        Assert.Equal(["at gate", "went on 0"], host.Journal.Entries);
        Assert.Equal(2, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task FunctionThatDoesNotEnd_IsCancelledAndItsMessageCanBeHadAtOnce()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("waits");
        await queue.SendMessageAsync("hello");
        var builder = QueueHost.Loading(account, "Queue_Waits").With("extensions:queues:visibilityTimeout", "01:00:00").With("extensions:queues:maxDequeueCount", "1");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(15));
        // Eight seconds of ten: the host leaves the rest to those who heed the cancellation.
        await using var host = await SampleHost.StartAsync(builder);
        await host.Journal.EntriesAsync(1);

        await host.StopAsync();

        Assert.Equal(["at gate"], host.Journal.Entries);
        Assert.Equal("hello", (await queue.ReceiveMessageAsync()).Value.Body.ToString());
        Assert.False(await account.Queue("waits-poison").ExistsAsync());
    }
}
