using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Reminders;

/// <summary>
/// Table <c>Reminders</c>: PartitionKey = household id, RowKey = the reminder's key. A row that must be first, and then is changed under
/// its
/// guard: of two hosts with one message one sends, and what was sent is not sent again.
/// </summary>
public sealed class ReminderTable(TableServiceClient service)
{
    public const string Name = "Reminders";

    private readonly TableClient _table = service.GetTableClient(Name);

    public async Task<(ReminderDelivery? Delivery, ETag Guard)> FindAsync(
        HouseholdId household,
        Reminder reminder,
        CancellationToken cancellationToken
    )
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, reminder.Key, cancellationToken: cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.ETag) : (null, default);
    }

    /// <param name="guard">Of the row as it was read; default where there was none.</param>
    /// <returns>The new guard; null when somebody else was quicker.</returns>
    public async Task<ETag?> WriteAsync(
        HouseholdId household,
        Reminder reminder,
        ReminderDelivery delivery,
        ETag guard,
        CancellationToken cancellationToken
    )
    {
        var row = new TableEntity(household.Value, reminder.Key)
        {
            ["State"] = delivery.State.ToString(),
            ["Attempts"] = delivery.Attempts,
            ["Until"] = delivery.Until,
            ["EndedAt"] = delivery.EndedAt,
            ["Code"] = delivery.Code,
            ["IsNoted"] = delivery.IsNoted,
        };
        try
        {
            var answer =
                guard == default
                    ? await _table.AddEntityAsync(row, cancellationToken)
                    : await _table.UpdateEntityAsync(row, guard, TableUpdateMode.Replace, cancellationToken);
            return answer.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile())
        {
            return null;
        }
    }

    private static ReminderDelivery Read(TableEntity row) =>
        new(Enum.Parse<ReminderState>(row.Required<string>("State")), row.Required<int>("Attempts"), row.GetDateTimeOffset("Until"))
        {
            EndedAt = row.GetDateTimeOffset("EndedAt"),
            Code = row.GetString("Code"),
            IsNoted = row.Required<bool>("IsNoted"),
        };
}
