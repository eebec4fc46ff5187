using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Appointments;

/// <summary>Table <c>Appointments</c>, RowKey <c>plan</c>: the physician's plan of slots, beside the slots that are claimed.</summary>
public sealed class SlotPlanTable(TableServiceClient service)
{
    private const string Key = "plan";

    private static readonly DocumentSchema<SlotPlan> Schema = new();

    private readonly TableClient _table = service.GetTableClient(AppointmentTable.Name);

    /// <returns>The empty plan where none was made.</returns>
    public async Task<(SlotPlan Plan, ETag ETag)> FindAsync(PhysicianId physician, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(physician.Value, Key, cancellationToken: cancellationToken);
        return row.HasValue
            ? (Schema.Read(row.Value!.Required<string>("Plan")) with { Version = row.Value!.Required<int>("Version") }, row.Value!.ETag)
            : (SlotPlan.None, default);
    }

    /// <returns>False when the plan was written since it was read.</returns>
    public async Task<bool> TryWriteAsync(PhysicianId physician, SlotPlan plan, ETag etag, CancellationToken cancellationToken)
    {
        var row = new TableEntity(physician.Value, Key) { ["Version"] = plan.Version, ["Plan"] = Schema.Write(plan) };
        try
        {
            _ =
                etag == default
                    ? await _table.AddEntityAsync(row, cancellationToken)
                    : await _table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsAlreadyThere() || failure.IsChangedMeanwhile())
        {
            return false;
        }
    }
}
