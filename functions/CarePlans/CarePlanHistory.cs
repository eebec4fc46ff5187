using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.CarePlans;

/// <summary>The versions of a plan, the opinions that each decision was made on, the reports of its activities. They are only ever added.</summary>
public sealed class CarePlanHistory(TableServiceClient service, FieldSealer sealer)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<CarePlan?> FindAsync(HouseholdId household, int member, int version, CancellationToken cancellationToken)
    {
        if (version < 1) { return null; }
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, CarePlanRow.VersionKey(member, version), cancellationToken: cancellationToken);
        return row.HasValue ? CarePlanRow.ReadVersion(row.Value!, sealer) : null;
    }

    /// <summary>The newest version; null where the member has no plan.</summary>
    public async Task<int?> CurrentAsync(HouseholdId household, int member, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, HouseholdRow.MemberKey(CarePlanRow.Kind, member), cancellationToken: cancellationToken);
        return row.HasValue ? CarePlanRow.Read(row.Value!, sealer).Plan.Version : null;
    }

    /// <summary>Newest first; gapless, so as many as asked for, down to the first.</summary>
    /// <param name="before">Only those before this version.</param>
    public async Task<IReadOnlyList<CarePlan>> ListAsync(HouseholdId household, int member, int before, int size, CancellationToken cancellationToken)
    {
        var (from, to) = (CarePlanRow.VersionKey(member, Math.Max(1, before - size)), CarePlanRow.VersionKey(member, before));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {from} and RowKey lt {to}");
        var plans = new List<CarePlan>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) { plans.Add(CarePlanRow.ReadVersion(row, sealer)); }
        plans.Reverse();
        return plans;
    }

    /// <summary>The opinions that were there when this version ended the waiting.</summary>
    public async Task<IReadOnlyList<Opinion>> OpinionsAsync(HouseholdId household, int member, int version, CancellationToken cancellationToken)
    {
        var prefix = OpinionRow.HistoryOf(member, version);
        // A semicolon follows the colon that the keys end with.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + ";"}");
        var opinions = new List<Opinion>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) { opinions.Add(OpinionRow.Read(row, sealer)); }
        return opinions;
    }

    /// <summary>The report of this id, if one was taken in.</summary>
    public async Task<ActivityReport?> FindReportAsync(HouseholdId household, int member, string reportId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, ActivityReportRow.KeyOf(member, reportId), cancellationToken: cancellationToken);
        return row.HasValue ? ActivityReportRow.Read(row.Value!, sealer) : null;
    }
}
