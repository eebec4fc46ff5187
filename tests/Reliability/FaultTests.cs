using System.Collections.Concurrent;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;
using Xunit.Abstractions;

namespace Alleviation.Tests.Reliability;

/// <summary>
/// What repeated messages and a bad network leave is right. STORM sets how many households come in,
/// STORM_SEEDS from how many seeds the failing calls are drawn.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Seed = 20170107;
    private const int AtOnce = 6;
    private static readonly int Households = RandomPart.Of("STORM", 45);

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(Seed, RandomPart.Of("STORM_SEEDS", 1))];

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
    [MemberData(nameof(Seeds))]
    public async Task OneCallInTwentyFails_EachHouseholdComesOutOnceAndWhole(int seed) =>
        await RunAsync(new SeededFaults(seed, share: 0.05) { On = false }, twice: false);

    [Fact]
    public async Task MessagesTwiceAndOneCallInTwentyFails_EachHouseholdComesOutOnceAndWhole() =>
        await RunAsync(new SeededFaults(Seed - 1, share: 0.05) { On = false }, twice: true);

    private async Task RunAsync(SeededFaults? faults, bool twice)
    {
        var storage = await Azurite.NewAccountAsync();
        await using var proxy = await FaultProxy.StartAsync(storage, request => faults?.For(request), twice);
        await using var app = await AppUnderTest.StartAsync(TimeProvider.System, proxy.Account, settings: Quick, keepsPoison: true);
        using var bystander = new Bystander(storage, app.KeyFile, new Dictionary<string, string> { ["Coverage:LostAfter"] = "00:00:20" });
        await Field.HasRosterAsync(bystander.Get<SavePhysicianHandler>());
        using var phone = new Phone(app.Address, await bystander.HealthWorkerTokenAsync(Field.City));

        if (faults is not null)
        {
            faults.On = true;
        }
        var accepted = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Field.Households(Households),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (household, stop) => accepted.Add(await phone.EnrolAsync(household, stop))
        );
        await Pipeline.SettledAsync(storage, TimeSpan.FromMinutes(2));
        var calls = app.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").Sum(count => count.Value);
        output.WriteLine($"{proxy.Faults} calls failed; {calls / Households} calls a household");

        var ledger = await LedgerReading.ReadAsync(bystander);
        Assert.Empty(ledger.Faults(accepted));
        Assert.Equal(Households, ledger.Households.Count);
        await CoverageRecount.AgreesAsync(bystander, ledger, TimeProvider.System);
    }
}
