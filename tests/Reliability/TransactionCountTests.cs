using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;
using Xunit.Abstractions;

namespace Alleviation.Tests.Reliability;

/// <summary>
/// What a household costs: every call that leaves for storage is paid for, and limits how many households an account bears.
/// </summary>
public sealed class TransactionCountTests(ITestOutputHelper output)
{
    private const int Households = 20;
    private const int AtOnce = 2;
    private const double Most = 16.6;

    private static readonly Dictionary<string, string?> Production = new()
    {
        // No count falls into the measured time; what one costs is measured by itself below.
        ["Coverage:Delay"] = "00:10:00",
        ["Coverage:ParentDelay"] = "00:10:00",
        ["Roster:KeptFor"] = "00:00:30",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:05",
    };

    [Fact]
    public async Task HouseholdOfFourWithAChronicPatient_CostsAtMostSixteenTransactions()
    {
        await using var app = await AppUnderTest.StartAsync(settings: Production, keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        await app.HasPhysicianAsync("P441402004-02", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        await EnrolAsync(worker, app.Storage, households: 2);

        var before = Counts(app);
        await EnrolAsync(worker, app.Storage, Households);
        var spent = Spent(before, Counts(app));

        var beforeCount = Counts(app);
        await app.Get<RollUpCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None);
        Print("a household", spent, Households);
        Print("a count of the township", Spent(beforeCount, Counts(app)), 1);
        Assert.True(spent.Values.Sum() <= Most * Households, $"{spent.Values.Sum() / (double)Households:F2} transactions a household");
    }

    [Fact]
    public async Task PlanChanged_CostsAtMostFourTransactions_AsNoListShowsIt()
    {
        await using var app = await AppUnderTest.StartAsync(settings: Production);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        await app.HasPhysicianAsync("P441402-01", Some.County, "cardiology");
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var physician = await app.PhysicianAsync("P441402004-01");
        var household = await worker.EnrolsAsync(Some.Household());
        await worker.ListedAsync(household);
        var before = Counts(app);
        await ChangeAsync("改为每周测量血压。");
        await ChangeAsync("改为每日测量血压。");
        var spent = Spent(before, Counts(app));

        Print("a plan changed", spent, 1);
        Assert.True(spent.Values.Sum() <= 4, $"{spent.Values.Sum()} transactions");

        async Task ChangeAsync(string text)
        {
            var plan = await physician.PlanAsync(household);
            var form = PlanClient.FormOf(plan);
            form["activities"]![0]!["text"] = text;
            await Pipeline.SettledAsync(app.Storage);
            before = Counts(app);
            var (status, answer) = await physician.EditsAsync(household, plan.Version(), form);
            Assert.True(status is HttpStatusCode.OK, $"{answer}");
            await Pipeline.SettledAsync(app.Storage);
        }
    }

    private static async Task EnrolAsync(HttpClient worker, StorageAccount storage, int households)
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, households),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, stop) =>
            {
                using var answer = await worker.PostAsJsonAsync("/api/households", Some.Household(), stop);
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            }
        );
        await Pipeline.SettledAsync(storage);
    }

    private static Dictionary<string, long> Counts(AppUnderTest app) =>
        app.Get<StorageCalls>().Counts.Where(count => count.Key != "queue receive").ToDictionary();

    private static SortedDictionary<string, long> Spent(Dictionary<string, long> before, Dictionary<string, long> after) =>
        new(
            after
                .ToDictionary(count => count.Key, count => count.Value - before.GetValueOrDefault(count.Key))
                .Where(count => count.Value > 0)
                .ToDictionary()
        );

    private void Print(string title, SortedDictionary<string, long> spent, int times)
    {
        output.WriteLine($"{title}: {spent.Values.Sum() / (double)times:F2}");
        foreach (var (kind, count) in spent)
        {
            output.WriteLine($"  {kind, -14} {count / (double)times, 6:F2}");
        }
    }
}
