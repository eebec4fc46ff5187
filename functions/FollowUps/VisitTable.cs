using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.FollowUps;

/// <summary>A visit as it was saved: a point read.</summary>
public sealed class VisitTable(TableServiceClient service, FieldSealer sealer)
{
    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<Visit?> FindAsync(HouseholdId household, int member, VisitId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(household.Value, VisitRow.KeyOf(member, id.Value), cancellationToken: cancellationToken);
        return row.HasValue ? VisitRow.Read(row.Value!, sealer) : null;
    }
}
