using System.Collections.Concurrent;
using System.Globalization;
using Alleviation.Tests.Support;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.LocalHost;

/// <summary>
/// The same messages for the local host and for the listener that the real host has (WebJobs): both deliver them as often, with the same
/// counts, and put the same aside.
/// </summary>
public sealed class RealListenerTests
{
    private static readonly string[] Good = ["first", "第二", "{\"n\":\"third\"}", ""];

    // What fails, and how often.
    private static readonly Dictionary<string, int> Failing = new()
    {
        ["fails once"] = 1,
        ["fails twice"] = 2,
        ["fails always"] = int.MaxValue,
    };

    [Fact]
    public async Task SameMessages_AreDeliveredAndPutAsideAlike()
    {
        var ours = await OursAsync();
        var real = await RealAsync();

        Assert.Equal(real.Deliveries, ours.Deliveries);
        Assert.Equal(real.Poison, ours.Poison);
        // Neither of them saw nothing.
        Assert.Equal(["bm90IGJhc2U2NCA=!", "fails always"], ours.Poison);
        Assert.Contains("fails always 3", ours.Deliveries);
    }

    private static async Task<(List<string> Deliveries, List<string> Poison)> OursAsync()
    {
        var (storage, deliveries) = (await Azurite.NewAccountAsync(), new ConcurrentQueue<string>());
        using var worker = new FakeWorker(
            """{"version":"2.0","extensions":{"queues":{"maxDequeueCount":3,"visibilityTimeout":"00:00:00"}}}"""
        ).HasQueue("Works", "work", """, "properties":{"supportsDeferredBinding":"True"} """);
        worker.OnInvoke = (request, _) =>
        {
            var message = System
                .Text.Json.JsonDocument.Parse(request.InputData.Single().Data.ModelBindingData.Content.ToByteArray())
                .RootElement;
            Work(deliveries, message.GetProperty("MessageText").GetString()!, message.GetProperty("DequeueCount").GetInt32());
            return Task.CompletedTask;
        };
        await SendAsync(storage);
        await using var host = await FakeHost.StartAsync(worker, storage);
        return await OutcomeAsync(storage, deliveries);
    }

    private static async Task<(List<string> Deliveries, List<string> Poison)> RealAsync()
    {
        var (storage, deliveries) = (await Azurite.NewAccountAsync(), new ConcurrentQueue<string>());
        await SendAsync(storage);
        using var host = new HostBuilder()
            .UseEnvironment("Production")
            .ConfigureAppConfiguration(configuration =>
                configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.ConnectionString })
            )
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureWebJobs(jobs =>
                jobs.AddAzureStorageQueues(queues =>
                {
                    queues.MaxDequeueCount = 3;
                    queues.VisibilityTimeout = TimeSpan.Zero;
                    queues.MaxPollingInterval = TimeSpan.FromMilliseconds(100);
                })
            )
            .ConfigureServices(services => services.AddSingleton(deliveries).AddSingleton<ITypeLocator>(new Only()))
            .Build();
        await host.StartAsync();
        var outcome = await OutcomeAsync(storage, deliveries);
        await host.StopAsync();
        return outcome;
    }

    private static async Task SendAsync(StorageAccount storage)
    {
        var (encoded, plain) = (
            new QueueClient(storage.ConnectionString, "work", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }),
            new QueueClient(storage.ConnectionString, "work")
        );
        await encoded.CreateAsync();
        foreach (var text in Good.Concat(Failing.Keys))
        {
            await encoded.SendMessageAsync(text);
        }
        await plain.SendMessageAsync("bm90IGJhc2U2NCA=!");
    }

    internal static void Work(ConcurrentQueue<string> deliveries, string text, long count)
    {
        deliveries.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{text} {count}"));
        if (count <= Failing.GetValueOrDefault(text))
        {
            throw new InvalidOperationException("It fails.");
        }
    }

    private static async Task<(List<string> Deliveries, List<string> Poison)> OutcomeAsync(
        StorageAccount storage,
        ConcurrentQueue<string> deliveries
    )
    {
        var (work, poison) = (new QueueClient(storage.ConnectionString, "work"), new QueueClient(storage.ConnectionString, "work-poison"));
        await poison.CreateIfNotExistsAsync();
        await Eventually.TrueAsync(async () => (await work.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);
        var aside = (await poison.ReceiveMessagesAsync(32)).Value.Select(message => TextOf(message)).Order(StringComparer.Ordinal).ToList();
        return ([.. deliveries.Order(StringComparer.Ordinal)], aside);
    }

    private static string TextOf(QueueMessage message)
    {
        var text = message.Body.ToString();
        return text.EndsWith('!') ? text : System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }

    private sealed class Only : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [typeof(Job)];
    }
}

/// <summary>Public, for the listener calls it.</summary>
public sealed class Job(ConcurrentQueue<string> deliveries)
{
    [FunctionName("Works")]
    public void Work([QueueTrigger("work")] QueueMessage message) =>
        RealListenerTests.Work(deliveries, message.Body.ToString(), message.DequeueCount);
}
