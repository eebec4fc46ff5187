using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;
using Alleviation.Functions.Referrals;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Histories;

/// <summary>All that is written of a household, its history too, read row by row.</summary>
internal sealed class Written
{
    private readonly FieldSealer _sealer;
    private readonly IReadOnlyList<TableEntity> _rows;

    private Written(IReadOnlyList<TableEntity> rows, FieldSealer sealer)
    {
        (_rows, _sealer) = (rows, sealer);
        var present = rows.SkipWhile(row => row.RowKey != HouseholdRow.Key).ToList();
        Partition = new HouseholdPartition(HouseholdRow.Read(present[0], sealer), present);
    }

    public HouseholdPartition Partition { get; }

    public Household Household => Partition.Household;

    public static async Task<Written> ReadAsync(AppUnderTest app, HouseholdId household)
    {
        var table = app.Get<TableServiceClient>().GetTableClient(HouseholdTable.Name);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {household.Value}");
        return new Written(await table.QueryAsync<TableEntity>(filter).ToListAsync(), app.Get<FieldSealer>());
    }

    public static async Task<PlanFile> PlanAsync(AppUnderTest app, HouseholdId household, int member) =>
        PlanFile.In((await app.Get<HouseholdTable>().ReadAsync(household, CancellationToken.None))!, member, app.Get<FieldSealer>())!;

    public static async Task<MedicationList> MedicationAsync(AppUnderTest app, HouseholdId household, int member) =>
        MedicationRow.Of((await app.Get<HouseholdTable>().ReadAsync(household, CancellationToken.None))!, member, app.Get<FieldSealer>());

    public PlanFile Plan(int member) => PlanFile.In(Partition, member, _sealer)!;

    public HealthRecord Record(int member) => RecordRow.Read(Partition.Rows.Single(row => row.RowKey == HouseholdRow.MemberKey(RecordRow.Kind, member)), _sealer);

    public IReadOnlyList<Entry> Entries(int member) => [.. Below(HouseholdRow.MemberKey(EntryRow.Kind, member)).Select(row => EntryRow.Read(row, _sealer))];

    public IReadOnlyList<CarePlan> Versions(int member) => [.. Below(CarePlanRow.VersionsOf(member)).Select(row => CarePlanRow.ReadVersion(row, _sealer))];

    public IReadOnlyList<ConsultationThread> Threads(int member) =>
        [.. Below(ThreadRow.OpenOf(member)).Concat(Below(ThreadRow.HistoryOf(member))).Select(row => ThreadRow.Read(row, _sealer))];

    public IReadOnlyList<Referral> Referrals(int member) =>
    [
        .. Below(CaseRow.Key(ReferralRow.Kind, member, "")).Concat(Below(CaseRow.PastKey(ReferralRow.Kind, member, ""))).Select(row => SealedRow.Read<Referral>(row, _sealer)),
    ];

    private IEnumerable<TableEntity> Below(string prefix) => _rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));
}
