using System.Collections.Concurrent;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Xunit.Abstractions;

namespace Alleviation.Tests.Reliability;

/// <summary>
/// Host and worker are killed in turn, again and again, while households come in. STORM sets how many come in. It mostly waits for a
/// process to start or a lease to run out, so it runs beside others.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20170107;
    private const int HouseholdsPerTwoKills = 45;
    private const int KillsAfterTheLast = 2;
    private const int AtOnce = 6;
    private static readonly int Households = RandomPart.Of("STORM", 45);

    // As many of workers as of hosts, a host last: it is started again at once, while a host ends whose first worker is killed too soon,
    // and after the last of them nobody watches over it.
    private static readonly int Kills = Households / HouseholdsPerTwoKills * 2;

    // Everything that waits for a crash to be over, made quick.
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["Coverage:Delay"] = "00:00:01",
        ["Coverage:ParentDelay"] = "00:00:01",
        ["Coverage:LostAfter"] = "00:00:20",
        ["LocalHost:MessageLease"] = "00:00:08",
        ["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:01",
        ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.200",
        ["AzureFunctionsJobHost:logging:logLevel:default"] = "Warning",
    };

    [Fact]
    public async Task HostAndWorkerAreKilledManyTimes_EachAcceptedHouseholdComesOutOnceAndWhole()
    {
        output.WriteLine($"seed {Seed}");
        var (storage, keyFile) = (
            await Azurite.NewAccountAsync(),
            Path.Combine(Path.GetTempPath(), $"alleviation-crash-{Guid.NewGuid():N}.json")
        );
        using var bystander = new Bystander(storage, keyFile, Quick);
        await bystander.PrepareStorageAsync();
        await Field.HasRosterAsync(bystander.Get<SavePhysicianHandler>());
        var token = await bystander.HealthWorkerTokenAsync(Field.City);
        using var host = HostProcess.Start(storage, keyFile, Quick);
        using var phone = new Phone(host.Address, token);

        var accepted = new ConcurrentBag<string>();
        var killing = KillAsync(host, accepted);
        await Parallel.ForEachAsync(
            Field.Households(Households),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (household, stop) => accepted.Add(await phone.EnrolAsync(household, stop))
        );
        await killing;
        await Pipeline.SettledAsync(storage, TimeSpan.FromMinutes(2));

        var ledger = await LedgerReading.ReadAsync(bystander);
        var faults = ledger.Faults(accepted).ToList();
        Assert.True(faults.Count == 0, $"{string.Join(Environment.NewLine, faults)}{Environment.NewLine}{host.LastWords}");
        Assert.Equal(Households, ledger.Households.Count);
        await CoverageRecount.AgreesAsync(bystander, ledger, TimeProvider.System);
        var records = await ChangeRecords.AreInTheAuditAsync(
            bystander.Get<TableServiceClient>(),
            bystander.Get<HouseholdDocuments>(),
            ledger.Households.Values.Select(partition => partition.Household.Id)
        );
        Assert.Equal(Households, records);
        File.Delete(keyFile);
    }

    /// <summary>Kills at moments drawn before: after so many were accepted and so many milliseconds more, and also once all are.</summary>
    private async Task KillAsync(HostProcess host, ConcurrentBag<string> accepted)
    {
        var random = new Random(Seed);
        var moments = Enumerable
            .Range(0, Kills)
            .Select(_ => random.Next(Households))
            .Concat(Enumerable.Repeat(Households, KillsAfterTheLast))
            .Order();
        foreach (var (kill, after) in moments.Index())
        {
            await AcceptedAsync(host, accepted, after);
            await Task.Delay(random.Next(1_500));
            var isWorker = kill % 2 == 0;
            await (isWorker ? host.CrashWorkerAsync() : host.CrashAsync());
            output.WriteLine($"{(isWorker ? "worker" : "host")} killed after {after}, at {accepted.Count}");
        }

        await AcceptedAsync(host, accepted, Households);
    }

    private static Task<int> AcceptedAsync(HostProcess host, ConcurrentBag<string> accepted, int atLeast) =>
        Eventually.SeesAsync(
            () =>
            {
                host.StartAgainIfEnded();
                return Task.FromResult(accepted.Count);
            },
            count => count >= atLeast,
            TimeSpan.FromMinutes(3)
        );
}
