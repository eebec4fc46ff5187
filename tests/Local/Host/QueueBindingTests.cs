using Alleviation.Tests.Local.Host.Support;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Alleviation.Tests.Local.Host;

public sealed class QueueBindingTests
{
    [Theory]
    [InlineData("Queue_Text", "text", "梅州 {}", "梅州 {}")]
    [InlineData("Queue_Bytes", "bytes", "AB", "4142")]
    [InlineData("Queue_Binary", "binary", "AB", "AB")]
    [InlineData("Queue_Json", "json", """{"name":"box","WEIGHT":3}""", "box 3")]
    [InlineData("Queue_Message", "message", "hello", "hello True 1 True True True True False")]
    public async Task Message_IsBoundToTheTypeOfTheParameter(string function, string queueName, string text, string written)
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync(queueName);
        await queue.SendMessageAsync(text);

        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, function));

        Assert.Equal([written], await host.Journal.EntriesAsync(1));
        await queue.UntilEmptyAsync();
    }

    [Theory]
    [InlineData("none", QueueMessageEncoding.None)]
    [InlineData("base64", QueueMessageEncoding.Base64)]
    public async Task ClientOfTheApplication_IsTheHosts(string setting, QueueMessageEncoding encoding)
    {
        var account = await Azurite.NewAccountAsync();
        var queue = await account.NewQueueAsync("text", encoding);
        await queue.SendMessageAsync("hello");
        var builder = QueueHost.Loading(account, "Queue_Text").With("extensions:queues:messageEncoding", setting).WithSetting("AzureWebJobsStorage", "");
        builder.Services.AddSingleton(new QueueServiceClient(account.ConnectionString, new QueueClientOptions { MessageEncoding = encoding }));

        await using var host = await SampleHost.StartAsync(builder);

        Assert.Equal(["hello"], await host.Journal.EntriesAsync(1));
        await queue.UntilEmptyAsync();
    }

    [Fact]
    public async Task MessageEncodingNone_LeavesTheTextAsItIs()
    {
        var account = await Azurite.NewAccountAsync();
        await (await account.NewQueueAsync("text", QueueMessageEncoding.None)).SendMessageAsync("aGVsbG8=");

        await using var host = await SampleHost.StartAsync(QueueHost.Loading(account, "Queue_Text").With("extensions:queues:messageEncoding", "none"));

        Assert.Equal(["aGVsbG8="], await host.Journal.EntriesAsync(1));
    }

    [Fact]
    public async Task QueueThatIsMissing_IsMadeOnTheAccountThatConnectionNames()
    {
        var (one, other) = (await Azurite.NewAccountAsync(), await Azurite.NewAccountAsync());
        var queue = other.Queue("letters");

        await using var host = await SampleHost.StartAsync(
            QueueHost.Loading(one, "Queue_Named").WithSetting("Names:Queue", "letters").WithSetting("OtherStorage", other.ConnectionString));
        await Eventually.TrueAsync(async () => await queue.ExistsAsync());
        await queue.SendMessageAsync("hello");

        Assert.Equal(["hello"], await host.Journal.EntriesAsync(1));
    }
}
