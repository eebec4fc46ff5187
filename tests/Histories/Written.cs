using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Records;
using Alleviation.Functions.Referrals;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Histories;

/// <summary>All that is written of a household, its history too, read row by row.</summary>
internal sealed class Written
{
    private readonly IReadOnlyList<StoredDocument> _all;

    private Written(HouseholdPartition partition, IReadOnlyList<StoredDocument> ofMembers) => (Partition, _all) = (partition, ofMembers);

    public HouseholdPartition Partition { get; }

    public Household Household => Partition.Household;

    public static async Task<Written> ReadAsync(AppUnderTest app, HouseholdId household)
    {
        var (households, all) = (app.Get<HouseholdTable>(), new List<StoredDocument>());
        var partition = (await households.ReadAsync(household, CancellationToken.None))!;
        foreach (var member in partition.Household.Members)
        {
            all.AddRange(await households.ListOfPersonAsync(new PersonPlace(household, member.Number), CancellationToken.None));
        }
        return new Written(partition, all);
    }

    public static async Task<PlanFile> PlanAsync(AppUnderTest app, HouseholdId household, int member) =>
        PlanFile.In((await app.Get<HouseholdTable>().ReadAsync(household, CancellationToken.None))!, member)!;

    public static async Task<MedicationList> MedicationAsync(AppUnderTest app, HouseholdId household, int member) =>
        MedicationList.Of((await app.Get<HouseholdTable>().ReadAsync(household, CancellationToken.None))!, member);

    public PlanFile Plan(int member) => PlanFile.In(Partition, member)!;

    public HealthRecord Record(int member) => Partition.Find(HealthRecord.StoredAs.Of(member))!;

    /// <summary>In the order of time, as they are taken into the record.</summary>
    public IReadOnlyList<Entry> Entries(int member) => [.. Of(Entry.StoredAs.AllPastOf(member)).OrderBy(entry => entry.At)];

    public IReadOnlyList<CarePlan> Versions(int member) => Of(CarePlan.VersionStoredAs.AllPastOf(member));

    public IReadOnlyList<Consultation> Consultations(int member) => Of(Consultation.StoredAs, member);

    public IReadOnlyList<Referral> Referrals(int member) => Of(Referral.StoredAs, member);

    private List<T> Of<T>(CaseKind<T> kind, int member)
        where T : class, ICase => [.. Of(kind.Documents.AllOf(member)), .. Of(kind.Documents.AllPastOf(member))];

    private List<T> Of<T>(DocumentRange<T> range) =>
        [.. _all.Where(document => range.Contains(document.Key)).Select(document => document.Read(range.Kind))];
}
