using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alleviation.Load.Storage;

/// <summary>
/// What the service creates at its start, as far as a household's way needs it; and what tells how far the households are.
/// </summary>
internal static class ServiceTables
{
    private static readonly string[] Tables = ["Households", "Identities", "RecordNumbers", "Villages", "Worklists", "Audit", "Coverage"];
    private static readonly string[] Queues = ["enrolments", "changes"];

    public static async Task CreateAsync(EmulatorAccount account, CancellationToken cancellationToken)
    {
        var tables = new TableServiceClient(account.ConnectionString);
        foreach (var table in Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }
        var queues = new QueueServiceClient(account.ConnectionString);
        foreach (var queue in Queues)
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>Messages of households that are not settled yet, those under way among them.</summary>
    public static async Task<int> UnsettledAsync(EmulatorAccount account, CancellationToken cancellationToken)
    {
        var queues = new QueueServiceClient(account.ConnectionString);
        var unsettled = 0;
        foreach (var queue in Queues)
        {
            unsettled += (await queues.GetQueueClient(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        return unsettled;
    }

    /// <summary>Households that their villages show as listed.</summary>
    public static async Task<int> ListedAsync(EmulatorAccount account, CancellationToken cancellationToken)
    {
        var villages = new TableServiceClient(account.ConnectionString).GetTableClient("Villages");
        var listed = 0;
        await foreach (
            var _ in villages.QueryAsync<TableEntity>("Status eq 'Listed'", select: ["RowKey"], cancellationToken: cancellationToken)
        )
        {
            listed++;
        }
        return listed;
    }
}
