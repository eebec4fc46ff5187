using Azure.Storage.Queues;

namespace Alleviation.Tests.Support;

public sealed class AzuriteTests
{
    [Fact]
    public async Task TwoAccounts_DoNotSeeEachOthersQueues()
    {
        var (first, second) = (await Azurite.NewAccountAsync(), await Azurite.NewAccountAsync());
        await new QueueServiceClient(first.ConnectionString).CreateQueueAsync("letters");

        var seenByTheOther = await new QueueClient(second.ConnectionString, "letters").ExistsAsync();

        Assert.False(seenByTheOther.Value);
    }
}
