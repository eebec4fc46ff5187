using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Azure.Data.Tables;

namespace Alleviation.Functions.Medication;

public sealed record GetMedicationResult(HouseholdAccess Access, MedicationView? View = null);

public sealed class GetMedicationHandler(
    HouseholdTable households, TableServiceClient service, MedicationReview review, FieldSealer sealer, TimeProvider clock)
{
    private const string AdherenceFact = "adherence";

    /// <summary>How far back an adherence still tells anything.</summary>
    private const int AdherenceDays = 200;

    private readonly TableClient _table = service.GetTableClient(HouseholdTable.Name);

    public async Task<GetMedicationResult> HandleAsync(HouseholdId id, int member, Caller caller, bool hasReason, CancellationToken cancellationToken)
    {
        if (await households.FindAsync(id, cancellationToken) is not { Household: var household }) { return new GetMedicationResult(HouseholdAccess.Hidden); }
        var access = caller.To(household, member, hasReason);
        if (access < HouseholdAccess.Look) { return new GetMedicationResult(access); }
        if (household.Members.All(one => one.Number != member)) { return new GetMedicationResult(HouseholdAccess.Hidden); }
        var record = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, HouseholdRow.MemberKey(RecordRow.Kind, member), cancellationToken: cancellationToken);
        if (!record.HasValue) { return new GetMedicationResult(HouseholdAccess.Hidden); }
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, MedicationRow.Key(member), cancellationToken: cancellationToken);
        var list = row.HasValue ? MedicationRow.Read(row.Value!, sealer) : new MedicationList(member, 0, []);
        var adherence = await LastAdherenceAsync(id, member, cancellationToken);
        var view = review.ViewOf(household, list, RecordRow.Read(record.Value!, sealer), adherence, clock.Today());
        return new GetMedicationResult(access, view);
    }

    private async Task<Adherence?> LastAdherenceAsync(HouseholdId id, int member, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (from, to) = (EntryRow.KeyAt(member, now.AddDays(-AdherenceDays)), EntryRow.KeyAt(member, now.AddDays(1)));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {from} and RowKey lt {to}");
        Adherence? last = null;
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var entry = EntryRow.Read(row, sealer);
            if (entry.Facts.TryGetValue(AdherenceFact, out var value)) { last = new Adherence(entry.At, value); }
        }

        return last;
    }
}
