using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Functions.ReferenceData;
using Alleviation.LocalHost;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Support;

/// <summary>
/// The whole service in this process, under a local host and on an empty storage account of its own, answering on a free port.
/// </summary>
public sealed class AppUnderTest : IAsyncDisposable
{
    private const string Password = "a-long-enough-pass-phrase";
    private static readonly IReadOnlyList<string> PoisonFunctions =
    [
        .. typeof(PoisonMessageFunctions)
            .GetMethods()
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .Where(name => name.StartsWith("Poison_", StringComparison.Ordinal)),
    ];
    private readonly LocalFunctionsHost _host;
    private readonly InProcessWorker _worker;
    private readonly string _keys;
    private readonly bool _ownsKeys;
    private readonly bool _ownsStorage;
    private readonly ConcurrentBag<HttpClient> _clients = [];
    private int _accounts;

    private AppUnderTest(
        LocalFunctionsHost host,
        InProcessWorker worker,
        StorageAccount storage,
        TimeProvider clock,
        string keys,
        bool ownsKeys,
        bool ownsStorage
    )
    {
        (_host, _worker, Storage, Clock, _keys, _ownsKeys, _ownsStorage) = (host, worker, storage, clock, keys, ownsKeys, ownsStorage);
        Address = host.Address;
        Anonymous = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public StorageAccount Storage { get; }

    public TimeProvider Clock { get; }

    public string KeyFile => _keys;

    public IServiceProvider Services => _worker.Services;

    public HttpClient Anonymous { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <param name="settings">Over the test's own: counts follow at once, failed messages return soon.</param>
    /// <param name="keepsPoison">Whether messages that failed too often are taken from their queues, as in production. Half of all queues
    /// are theirs, and each is asked again and again as long as a service lives.</param>
    public static async Task<AppUnderTest> StartAsync(
        TimeProvider? clock = null,
        StorageAccount? storage = null,
        string? keyFile = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null,
        bool keepsPoison = false
    )
    {
        var ownsStorage = storage is null;
        storage ??= await Azurite.NewAccountAsync();
        clock ??= new TestClock();
        var keys = keyFile ?? Path.Combine(Path.GetTempPath(), $"alleviation-test-{Guid.NewGuid():N}.json");
        var all = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["Keys:File"] = keys,
            // The fewest that are allowed: the usual number costs a fifth of a second for each account and each sign-in.
            ["Access:PasswordRounds"] = "10000",
            ["Changes:ShownWithin"] = "00:00:01",
            ["Coverage:Delay"] = "00:00:00",
            ["Coverage:ParentDelay"] = "00:00:00",
            ["Roster:KeptFor"] = "00:00:00",
            // A message waits seven times as long for its commit, which on a busy machine may take some seconds.
            ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:02",
            // Each queue is asked so often as long as a service lives.
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.500",
        };
        foreach (var function in keepsPoison ? [] : PoisonFunctions)
        {
            all[$"AzureWebJobs.{function}.Disabled"] = "true";
        }
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }
        var builder = Functions.Program.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(all);
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        if (!all.ContainsKey("Seeds:Folder"))
        {
            builder.Services.Remove(builder.Services.Single(IsSeedCheck));
        }
        services?.Invoke(builder.Services);
        var worker = new InProcessWorker(builder);
        var queues = new QueueClientOptions { Retry = { NetworkTimeout = TimeSpan.FromSeconds(2), Delay = TimeSpan.FromMilliseconds(20) } };
        queues.AddPolicy(new CountedByTheService(worker), HttpPipelinePosition.PerRetry);
        try
        {
            var host = await LocalFunctionsHost.StartAsync(
                new LocalHostOptions(worker)
                {
                    Arguments = ["--urls", "http://127.0.0.1:0"],
                    Settings = all,
                    Clock = clock,
                    Queues = queues,
                    Logging = _ => { },
                },
                CancellationToken.None
            );
            return new AppUnderTest(host, worker, storage, clock, keys, ownsKeys: keyFile is null, ownsStorage);
        }
        catch
        {
            worker.Dispose();
            if (keyFile is null)
            {
                File.Delete(keys);
            }
            if (ownsStorage)
            {
                await storage.ClearAsync();
            }
            throw;
        }
    }

    /// <summary>Runs a timer function now.</summary>
    public async Task FireAsync(string timerFunction) => Assert.True(await _host.FireAsync(timerFunction), $"{timerFunction} failed.");

    public Task<HttpClient> HealthWorkerAsync(params string[] regions) => SignInAsync(Role.HealthWorker, regions);

    public Task<HttpClient> PhysicianAsync(string physicianId) => SignInAsync(Role.Physician, [], physicianId);

    public Task<HttpClient> OfficialAsync(params string[] regions) => SignInAsync(Role.Official, regions);

    public Task<HttpClient> OperatorAsync() => SignInAsync(Role.Operator, ["4414"]);

    public Task<HttpClient> AuditorAsync() => SignInAsync(Role.Auditor, []);

    /// <summary>A new account of the role.</summary>
    public async Task<Person> AddAccountAsync(Role role, IReadOnlyList<string> regions, string? physicianId = null)
    {
        var userName = $"{role}-{Interlocked.Increment(ref _accounts)}-{Guid.NewGuid():N}"[..24];
        Assert.NotNull(
            await Get<AddAccountHandler>()
                .HandleAsync(new AddAccountRequest(userName, userName, role, regions, physicianId, Password), CancellationToken.None)
        );
        return new Person(Address, userName, Password);
    }

    /// <summary>A client of a new account of the role, signed in by the endpoint. It ends with the service, if not before.</summary>
    public async Task<HttpClient> SignInAsync(Role role, IReadOnlyList<string> regions, string? physicianId = null)
    {
        var account = await AddAccountAsync(role, regions, physicianId);
        using var response = await Anonymous.PostAsJsonAsync("/api/sign-in", new { account.UserName, account.Password });
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _clients.Add(client);
        return client;
    }

    // The seeds of the repository are checked once, by SeedCheckTests, and not again by each of hundreds of services.
    private static bool IsSeedCheck(ServiceDescriptor service) => service.ImplementationType == typeof(CheckSeedsAtStart);

    /// <summary>The host's calls are paid for like the service's.</summary>
    private sealed class CountedByTheService(InProcessWorker worker) : HttpPipelinePolicy
    {
        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            worker.Services.GetRequiredService<StorageCalls>().ProcessAsync(message, pipeline);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            worker.Services.GetRequiredService<StorageCalls>().Process(message, pipeline);
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        foreach (var client in _clients)
        {
            client.Dispose();
        }
        await _host.DisposeAsync();
        _worker.Dispose();
        if (_ownsKeys)
        {
            File.Delete(_keys);
        }
        if (_ownsStorage)
        {
            await Storage.ClearAsync();
        }
    }
}
