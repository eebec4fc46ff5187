using Alleviation.Tests.Local.Host.Support;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Local.Host;

public sealed class QueueFailureTests
{
    [Fact]
    public async Task FailedMessage_IsTriedAgainAfterVisibilityTimeout()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("fails-first");
        await queue.SendMessageAsync("hello");
        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, "Queue_FailsFirst").With("extensions:queues:visibilityTimeout", "00:00:02"));
        await host.Journal.EntriesAsync(1);
        var failed = TimeProvider.System.GetTimestamp();

        Assert.Equal(["try 1", "try 2"], await host.Journal.EntriesAsync(2));
        // The service counts in whole seconds, and the failure was a moment before it was seen here.
        Assert.True(TimeProvider.System.GetElapsedTime(failed) > TimeSpan.FromSeconds(0.9));
        await queue.UntilEmptyAsync();
    }

    [Fact]
    public async Task MessageThatFailsTooOften_GoesToThePoisonQueueAsItWas()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("fails");
        await queue.SendMessageAsync("hello 梅州");
        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, "Queue_Fails"));

        Assert.Equal("hello 梅州", await account.Queue("fails-poison").TextOfFirstAsync());
        await queue.UntilEmptyAsync();
        Assert.Equal(["try 1", "try 2", "try 3"], host.Journal.Entries);
        // Nobody may look for longer than the seven days that a message lasts by default.
        Assert.True((await account.Queue("fails-poison").ReceiveMessageAsync()).Value.ExpiresOn > TimeProvider.System.GetUtcNow().AddYears(1));
    }

    [Fact]
    public async Task MessageOfAPoisonQueue_IsTriedUntilItSucceeds()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("fails-poison");
        await queue.SendMessageAsync("hello");
        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, "Queue_Poison"));

        await queue.UntilEmptyAsync();

        Assert.Equal(["poison 1", "poison 2", "poison 3", "poison 4"], host.Journal.Entries);
        Assert.False(await account.Queue("fails-poison-poison").ExistsAsync());
    }

    [Fact]
    public async Task MessageWhoseHostsWereKilled_GoesToThePoisonQueueUntried()
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("fails");
        await queue.SendMessageAsync("hello");
        for (var i = 0; i < 3; i++)
        {
            var taken = (await queue.ReceiveMessageAsync()).Value;
            await queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }

        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, "Queue_Fails"));

        Assert.Equal("hello", await account.Queue("fails-poison").TextOfFirstAsync());
        Assert.Empty(host.Journal.Entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TextThatIsNotBase64_GoesToThePoisonQueueAndHindersNoOther(bool withClientOfApplication)
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("text");
        await account.Queue("text", QueueMessageEncoding.None).SendMessageAsync("not base64!");
        await queue.SendMessageAsync("hello");
        var builder = QueueHost.Loading(account, "Queue_Text").WithSetting("LocalHost:MessageLease", "00:00:02");
        if (withClientOfApplication)
        {
            builder.Services.AddSingleton(new QueueServiceClient(account.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }));
        }

        await using var host = await SampleHost.StartAsync(builder);

        Assert.Equal("not base64!", await account.Queue("text-poison", QueueMessageEncoding.None).TextOfFirstAsync());
        Assert.Contains("hello", await host.Journal.EntriesAsync(1));
        await queue.UntilEmptyAsync();
    }

    [Fact]
    public async Task TextThatIsNotJson_IsAFailure()
    {
        var account = await Azurite.NewAccountAsync();
        await (await account.NewQueueAsync("json")).SendMessageAsync("{");

        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, "Queue_Json"));

        Assert.Equal("{", await account.Queue("json-poison").TextOfFirstAsync());
    }
}
