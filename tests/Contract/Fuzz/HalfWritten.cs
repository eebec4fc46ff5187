using System.Globalization;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Functions.Records;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>Looks for what a refused or broken request must not leave behind.</summary>
internal static class HalfWritten
{
    public static async Task NothingAsync(AppUnderTest app)
    {
        await QueuesAreDrainedAsync(app);
        var (poisonMessages, _) = await app.Get<PoisonMessageTable>().PageAsync(null, null, 100, CancellationToken.None);
        Assert.True(
            poisonMessages.All(poisonMessage => poisonMessage.Text.Contains(new string('0', 30), StringComparison.Ordinal)),
            $"Failed: {string.Join("; ", poisonMessages.Select(message => $"{message.Queue} {message.Reason} {message.Text}"))}"
        );

        var service = app.Get<TableServiceClient>();
        var listed = await app.Get<VillageTable>()
            .ListByRegionAsync("4414", CancellationToken.None)
            .ToDictionaryAsync(row => row.Household.Id.Value, row => row.Household);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var partitions = (await RowsAsync(service, HouseholdTable.Name)).GroupBy(row => row.PartitionKey).ToList();
        foreach (var partition in partitions)
        {
            Assert.True(
                partition.Any(row => row.RowKey is HouseholdRow.Key),
                $"Rows of {partition.Key} stand without a header: {string.Join(", ", partition.Select(row => row.RowKey))}"
            );
            await HouseholdIsWholeAsync(app, partition.Key, [.. partition.Select(row => row.RowKey)], listed, numbers);
        }
        var households = partitions.Select(partition => HouseholdId.TryParse(partition.Key, out var id) ? id : default);
        await ChangeRecords.AreInTheAuditAsync(service, app.Get<HouseholdDocuments>(), households);
    }

    private static async Task HouseholdIsWholeAsync(
        AppUnderTest app,
        string key,
        List<string> rows,
        Dictionary<string, Household> listed,
        HashSet<string> numbers
    )
    {
        Assert.True(HouseholdId.TryParse(key, out var id));
        var partition = (await app.Get<HouseholdTable>().ReadAsync(id, CancellationToken.None))!;
        var household = partition.Household;
        var members = household
            .Members.Select(member => member.Number.ToString("D2", CultureInfo.InvariantCulture))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            members,
            partition.OfEachMember(Member.StoredAs).Select(member => member.Number.ToString("D2", CultureInfo.InvariantCulture))
        );
        Assert.Equal(
            members,
            partition.OfEachMember(HealthRecord.StoredAs).Select(record => record.Member.ToString("D2", CultureInfo.InvariantCulture))
        );
        Assert.All(
            rows.Where(row => row is not (HouseholdRow.Key or ProjectionTable.Key)),
            row => Assert.Contains(MemberIn(row), members.Append("00"))
        );

        Assert.Contains(
            household.StatusWhen(partition.IsShown),
            new[] { HouseholdStatus.Listed, HouseholdStatus.NeedsReview, HouseholdStatus.Unrouted }
        );
        Assert.True(partition.IsShown);
        Assert.True(StoredJson.IsSame(household with { Version = 0 }, listed[key] with { Version = 0 }), $"{key} is listed as it was.");
        if (household.Problems.Any(problem => problem.NeedsReview))
        {
            return;
        }
        Assert.All(household.Members, member => Assert.True(member.RecordNumber is not null && numbers.Add(member.RecordNumber)));
        Assert.All(
            household.PresentMembers.Where(member => member.IsSick),
            member => Assert.Contains(MemberCare.StoredAs.Of(member.Number).Value, rows)
        );
    }

    // 00 is the household as a whole.
    private static string MemberIn(string rowKey) => rowKey.Split(':')[2];

    // What waits for a time limit is not under way.
    private static readonly string[] Waiting = ["referral-timeouts", "appointment-claims"];

    // All at once: a step announces the next before its own message goes.
    private static async Task QueuesAreDrainedAsync(AppUnderTest app)
    {
        var service = app.Get<QueueServiceClient>();
        var queues = new List<QueueClient>();
        await foreach (var queue in service.GetQueuesAsync())
        {
            if (!Waiting.Contains(queue.Name, StringComparer.Ordinal))
            {
                queues.Add(service.GetQueueClient(queue.Name));
            }
        }

        await Eventually.SeesAsync(
            async () =>
                string.Join(
                    ", ",
                    (
                        await Task.WhenAll(
                            queues.Select(async queue =>
                                (queue.Name, Count: (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount)
                            )
                        )
                    ).Where(queue => queue.Count > 0)
                ),
            waiting => waiting.Length is 0,
            TimeSpan.FromMinutes(3)
        );
    }

    private static async Task<List<TableEntity>> RowsAsync(TableServiceClient service, string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in service.GetTableClient(table).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey", "Version"]))
        {
            rows.Add(row);
        }
        return rows;
    }
}
