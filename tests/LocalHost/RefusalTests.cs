namespace Alleviation.Tests.LocalHost;

/// <summary>What the host does not know it refuses by name: passed over, it would behave otherwise than on the real host.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("""{"name":"blob","type":"blobTrigger","direction":"In","path":"a"}""", "path")]
    [InlineData("""{"name":"blob","type":"blobTrigger","direction":"In"}""", "binding 'blobTrigger'")]
    [InlineData(
        """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Function","route":"a"}""",
        "AuthorizationLevel.Function"
    )]
    [InlineData(
        """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","route":"a","webHookType":"github"}""",
        "webHookType"
    )]
    [InlineData(
        """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","route":"a/{b"}""",
        "incomplete parameter"
    )]
    [InlineData("""{"name":"message","type":"queueTrigger","direction":"In","queueName":"a","dataType":"Binary"}""", "parameter 'message'")]
    [InlineData("""{"name":"message","type":"queueTrigger","direction":"In","queueName":"a"}""", "parameter 'message'")]
    [InlineData(
        """{"name":"message","type":"queueTrigger","direction":"In","queueName":"a","dataType":"String","connection":"Other"}""",
        "connection"
    )]
    [InlineData("""{"name":"message","type":"queueTrigger","direction":"In","queueName":"%Names:Queue%","dataType":"String"}""", "setting")]
    [InlineData("""{"name":"timer","type":"timerTrigger","direction":"In","schedule":"*/5 * * * *"}""", "Bad")]
    [InlineData("""{"name":"timer","type":"timerTrigger","direction":"In","schedule":"%Night%"}""", "setting")]
    public async Task UnknownBinding_IsRefusedWithTheFunctionsName(string binding, string named)
    {
        using var worker = new FakeWorker().Has("Bad", binding).HasHttp("Good", "good");

        var message = await RefusalAsync(worker);

        Assert.Contains("'Bad'", message, StringComparison.Ordinal);
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.DoesNotContain("Good", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllErrors_AreReportedAtOnce()
    {
        using var worker = new FakeWorker()
            .Has("First", """{"name":"a","type":"blobTrigger","direction":"In"}""")
            .Has("Second", """{"name":"b","type":"cosmosDBTrigger","direction":"In"}""");

        var message = await RefusalAsync(worker);

        Assert.Contains("'First'", message, StringComparison.Ordinal);
        Assert.Contains("'Second'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputBinding_IsRefused()
    {
        using var worker = new FakeWorker().HasQueue("Copies", "from");
        worker.Functions[0].RawBindings.Add("""{"name":"$return","type":"queue","direction":"Out","queueName":"to"}""");

        Assert.Contains("'Copies'", await RefusalAsync(worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RetryPolicy_IsRefused()
    {
        using var worker = new FakeWorker().HasQueue("Patient", "queue");
        worker.Functions[0].RetryOptions = new();

        Assert.Contains("retry policy", await RefusalAsync(worker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":"2.0","extensions":{"queues":{"maxBatchSize":3}}}""", "maxBatchSize")]
    [InlineData("""{"version":"2.0","extensions":{"blobs":{"maxDegreeOfParallelism":3}}}""", "blobs")]
    [InlineData("""{"version":"2.0","singleton":{"lockPeriod":"00:00:15"}}""", "singleton")]
    [InlineData("""{"version":"2.0","extensions":{"queues":{"batchSize":33}}}""", "BatchSize")]
    [InlineData("""{"version":"2.0","extensions":{"queues":{"batchSize":"many"}}}""", "batchSize")]
    [InlineData("""{"version":"2.0","extensions":{"queues":{"messageEncoding":"utf7"}}}""", "MessageEncoding")]
    [InlineData("""{"version":"3.0"}""", "Version")]
    [InlineData("""{"version":"2.0","functions":["One"]}""", "functions")]
    public async Task UnknownHostJson_IsRefusedByName(string hostJson, string named)
    {
        using var worker = new FakeWorker(hostJson).HasHttp("Good", "good");

        Assert.Contains(named, await RefusalAsync(worker), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task FunctionsThatAreSwitchedOff_AreNotLoaded()
    {
        using var worker = new FakeWorker().HasHttp("One", "one").HasHttp("Two", "two");
        await using var host = await FakeHost.StartAsync(worker, settings: new() { ["AzureWebJobs.Two.Disabled"] = "true" });
        using var client = host.Client();

        Assert.Equal(200, (int)(await client.GetAsync("api/one")).StatusCode);
        Assert.Equal(404, (int)(await client.GetAsync("api/two")).StatusCode);
    }

    private static async Task<string> RefusalAsync(FakeWorker worker) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => FakeHost.StartAsync(worker))).Message;
}
