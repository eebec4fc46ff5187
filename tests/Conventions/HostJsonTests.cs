using System.Text.Json;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

public sealed class HostJsonTests
{
    private static readonly JsonElement Queues = JsonDocument
        .Parse(File.ReadAllText(Repository.PathOf("host.json")))
        .RootElement.GetProperty("extensions")
        .GetProperty("queues");

    /// <summary>A handler keeps the reason of the last failure, so it must know which failure is the last.</summary>
    [Fact]
    public void MaxDequeueCount_IsTheHosts() => Assert.Equal(Deliveries.MaxDequeueCount, Queues.GetProperty("maxDequeueCount").GetInt32());

    /// <summary>The app's own queue client writes base64.</summary>
    [Fact]
    public void MessageEncoding_IsTheClients() => Assert.Equal("base64", Queues.GetProperty("messageEncoding").GetString());
}
