using System.Collections.Concurrent;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;
using Xunit.Abstractions;

namespace Alleviation.Tests.Reliability;

/// <summary>What a crash leaves is right; so is what repeated messages and a bad network leave.</summary>
[Collection(StormCollection.Name)]
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Seed = 20170107;
    private const int Households = 300;
    private const int HouseholdsOfBoth = 100;
    private const int AtOnce = 6;

    private static readonly Dictionary<string, string?> Quick = new()
    {
        ["Coverage:Delay"] = "00:00:01",
        ["Coverage:ParentDelay"] = "00:00:01",
        ["Coverage:LostAfter"] = "00:00:20",
        ["LocalHost:MessageLease"] = "00:00:08",
        ["Storage:NetworkTimeout"] = "00:00:02",
        ["Storage:RetryDelay"] = "00:00:00.020",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:01",
    };

    [Fact]
    public async Task EveryMessageDeliveredTwice_EachHouseholdComesOutOnceAndWhole() => await RunAsync(faults: null, twice: true);

    [Theory]
    [InlineData(Seed)]
    [InlineData(Seed + 1)]
    public async Task OneCallInTwentyFails_EachHouseholdComesOutOnceAndWhole(int seed) =>
        await RunAsync(new SeededFaults(seed, share: 0.05) { On = false }, twice: false);

    [Fact]
    public async Task MessagesTwiceAndOneCallInTwentyFails_EachHouseholdComesOutOnceAndWhole() =>
        await RunAsync(new SeededFaults(Seed + 2, share: 0.05) { On = false }, twice: true, HouseholdsOfBoth);

    private async Task RunAsync(SeededFaults? faults, bool twice, int households = Households)
    {
        var storage = await Azurite.NewAccountAsync();
        await using var proxy = await FaultProxy.StartAsync(storage, request => faults?.For(request), twice);
        await using var app = await AppUnderTest.StartAsync(TimeProvider.System, proxy.Account, settings: Quick);
        using var bystander = new Bystander(storage, app.KeyFile, new Dictionary<string, string> { ["Coverage:LostAfter"] = "00:00:20" });
        await Field.HasRosterAsync(bystander.Get<KeepPhysicianHandler>());
        using var phone = new Phone(app.Address, await bystander.HealthWorkerTokenAsync(Field.City));

        if (faults is not null) { faults.On = true; }
        var accepted = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Field.Households(households), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (household, stop) =>
            accepted.Add(await phone.EnrolAsync(household, stop)));
        await Pipeline.SettledAsync(storage, TimeSpan.FromMinutes(2));
        output.WriteLine($"{proxy.Faults} calls failed; {app.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value) / households} calls a household");

        var ledger = await Ledger.ReadAsync(bystander);
        Assert.Empty(ledger.Faults(accepted));
        Assert.Equal(households, ledger.Households.Count);
        await CoverageRecount.AgreesAsync(bystander, ledger, TimeProvider.System);
    }
}
