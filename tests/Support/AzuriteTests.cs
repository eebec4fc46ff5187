using Azure.Storage.Queues;

namespace Alleviation.Tests.Support;

public sealed class AzuriteTests
{
    [Fact]
    public async Task TwoAccounts_DoNotSeeEachOthersQueues()
    {
        var (one, other) = (await Azurite.NewAccountAsync(), await Azurite.NewAccountAsync());
        await new QueueServiceClient(one.ConnectionString).CreateQueueAsync("letters");

        var seenByTheOther = await new QueueClient(other.ConnectionString, "letters").ExistsAsync();

        Assert.False(seenByTheOther.Value);
    }
}
