using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.Reliability;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.LocalHost;

/// <summary>Host and worker as processes, with the service itself: what becomes of one when the other ends.</summary>
public sealed class ProcessTests() : WithScene<ProcessTests.ProcessScene>(ProcessScene.StartAsync)
{
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["LocalHost:MessageLease"] = "00:00:08",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.200",
    };

    private HostProcess Host => Scene.Host;

    [Fact]
    public async Task KilledHost_LeavesNoWorkerBehind()
    {
        await IsReadyAsync();
        var worker = Host.WorkerId!.Value;

        await Host.CrashAsync();

        await Eventually.TrueAsync(() => Task.FromResult(!HostProcess.IsAlive(worker)));
    }

    [Fact]
    public async Task KilledWorker_IsFollowedByAnother()
    {
        await IsReadyAsync();
        var worker = Host.WorkerId!.Value;

        await Host.CrashWorkerAsync();
        await IsReadyAsync();

        Assert.NotEqual(worker, Host.WorkerId);
        Assert.Contains("The worker ended", Host.LastWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigtermUnderLoad_LosesNothing()
    {
        using var bystander = new Bystander(Scene.Storage, Scene.KeyFile, Quick);
        await bystander.PrepareStorageAsync();
        await IsReadyAsync();
        await Field.HasRosterAsync(bystander.Get<SavePhysicianHandler>());
        using var phone = new Phone(Host.Address, await bystander.HealthWorkerTokenAsync(Field.City));
        var (accepted, worker) = (new ConcurrentBag<string>(), Host.WorkerId!.Value);
        using var stop = new CancellationTokenSource();
        var sending = Parallel.ForEachAsync(
            Field.Households(2000),
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (household, _) =>
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }
                try
                {
                    accepted.Add(await phone.EnrolAsync(household, stop.Token));
                }
                catch (OperationCanceledException)
                {
                    // The phone gave up, for the service had gone.
                }
            }
        );
        await Eventually.SeesAsync(() => Task.FromResult(accepted.Count), count => count >= 30);

        var code = await Host.StopAsync();
        await stop.CancelAsync();
        await sending;

        Assert.Equal(0, code);
        Assert.False(HostProcess.IsAlive(worker));
        // Whoever comes next finds every message at once: none waits for a lease to end.
        await using var app = await AppUnderTest.StartAsync(TimeProvider.System, Scene.Storage, Scene.KeyFile);
        await Pipeline.SettledAsync(Scene.Storage, TimeSpan.FromMinutes(1));
        var ledger = await LedgerReading.ReadAsync(bystander);
        Assert.Empty(ledger.Faults(accepted));
    }

    private async Task IsReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Host.Address };
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                using var answer = await client.GetAsync("/api/health/ready");
                return answer.IsSuccessStatusCode
                    && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString() is "ready";
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    public sealed record ProcessScene(StorageAccount Storage, HostProcess Host, string KeyFile) : IAsyncDisposable
    {
        public static Task<ProcessScene> StartAsync() =>
            Azurite
                .NewAccountAsync()
                .ThenAsync(storage =>
                {
                    var keyFile = Path.Combine(Path.GetTempPath(), $"alleviation-process-{Guid.NewGuid():N}.json");
                    return Task.FromResult(new ProcessScene(storage, HostProcess.Start(storage, keyFile, Quick), keyFile));
                });

        public async ValueTask DisposeAsync()
        {
            Host.Dispose();
            File.Delete(KeyFile);
            await Storage.DisposeAsync();
        }
    }
}
