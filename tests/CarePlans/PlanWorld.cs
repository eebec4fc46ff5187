using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Codes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Records;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.CarePlans;

/// <summary>One household in memory, on which several people decide as the handlers do, commit after commit.</summary>
internal sealed class PlanWorld
{
    public const string Responsible = "P441402004-01";
    public const string Cardiologist = "P441402-01";
    public const string Pharmacist = "P4414-03";
    private static readonly FieldSealer Sealer = new(KeyRing.Create());
    private static readonly CodeLists Lists = new(SomePlan.Seeds);
    private static readonly ReadingKinds Kinds = new(SomePlan.Seeds);
    private readonly Dictionary<string, TableEntity> _rows = new(StringComparer.Ordinal);
    private readonly EditCarePlanHandler _edit = new(null!, new CarePlanCheck(Kinds, Lists, SomePlan.Pathways), null!, Sealer, TimeProvider.System);
    private readonly TakePlanStepHandler _take = new(null!, null!, new PlanDrafting(SomePlan.Pathways, new ConditionKinds(SomePlan.Seeds)), Sealer, TimeProvider.System);
    private readonly GiveOpinionHandler _opine = new(null!, new OpinionCheck(Kinds, Lists), null!, Sealer, TimeProvider.System);
    private readonly ReportActivityHandler _report = new(null!, null!, null!, Sealer, TimeProvider.System);

    public PlanWorld()
    {
        var care = SomePlan.Draft("I10");
        Household = new Household(
            HouseholdId.OfFingerprint(new string('a', 32)), 3, HouseholdStage.Routed, "TEST00000001", Some.Village, null, null, "general", [], "content", DateTimeOffset.UnixEpoch, "account")
        {
            Members = [SomePlan.Member("I10") with { RecordNumber = "44140200400100001", Plan = care.Summarise() }],
            PhysicianId = Responsible,
            Team = [new TeamMember("cardiology", Cardiologist), new TeamMember("pharmacy", Pharmacist)],
        };
        Put([CarePlanRow.Write(Household.Id, care, Sealer), CarePlanRow.WriteVersion(Household.Id, care.Plan, Sealer)]);
        Put([RecordRow.Write(Household.Id, new HealthRecord(1, "44140200400100001", SomePlan.Today), Sealer)]);
    }

    public Household Household { get; private set; }

    public DateOnly Today { get; private set; } = SomePlan.Today;

    public PlanFile File => PlanFile.In(Partition, 1, Sealer)!;

    public CarePlan Plan => File.Plan;

    public IReadOnlyList<CarePlan> Versions => [.. KeysOf(CarePlanRow.VersionsOf(1)).Select(key => CarePlanRow.ReadVersion(_rows[key], Sealer))];

    public IReadOnlyList<Entry> Entries => [.. KeysOf("entry:01:").Select(key => EntryRow.Read(_rows[key], Sealer))];

    public IReadOnlyList<string> History => [.. KeysOf("history:").Select(key => $"{key} {StoredJson.Write(Convert.ToBase64String((byte[])_rows[key]["Sealed"]))}")];

    public void Wait(int days) => Today = Today.AddDays(days);

    public CarePlanOutcome Take(PlanStep step, int version, string? reason, Caller caller) => Commit(_take.Decide(
        Partition, 1, version, new TakenStep(step, caller.AccountId, caller.PhysicianId ?? "", Now, reason), new Functions.Enrolment.Findings(), caller));

    public CarePlanOutcome Edit(EditCarePlan form, int version, Caller caller) => Commit(_edit.Decide(Partition, 1, version, form, caller, Now));

    public CarePlanOutcome Opine(string discipline, string findings, int version, Caller caller) => Commit(_opine.Decide(
        Partition, 1, discipline, version, new GiveOpinion(findings, null, null), caller, Now, Guid.NewGuid().ToString("N")[..8]));

    public CarePlanOutcome Report(ActivityReport report, Caller caller)
    {
        var known = _rows.GetValueOrDefault(ActivityReportRow.KeyOf(1, report.Id)) is { } row ? ActivityReportRow.Read(row, Sealer) : null;
        return Commit(_report.Decide(Partition, 1, report.Activity, report.Id, report, [], known, caller, Now));
    }

    /// <summary>Conditions change, and the records are built again.</summary>
    public void FallIll(params string[] conditions)
    {
        var built = BuiltRecords.Of(
            Household with { Members = [Household.Members[0] with { Conditions = conditions }] },
            new Dictionary<int, HealthRecord> { [1] = new(1, "44140200400100001", SomePlan.Today) },
            new Dictionary<int, MemberCare> { [1] = File.Care },
            new Numbering(new Dictionary<int, string> { [1] = "44140200400100001" }, []),
            SomePlan.Pathways.All,
            new ConditionKinds(SomePlan.Seeds),
            Today);
        Household = built.Household;
        Put([.. built.Cares.Select(care => CarePlanRow.Write(Household.Id, care, Sealer)), .. built.Drafted.Select(plan => CarePlanRow.WriteVersion(Household.Id, plan, Sealer))]);
    }

    /// <summary>The roster changes, and the household is routed again.</summary>
    public void Reroute(params TeamMember[] team) => Household = PlanTasks.Follow(Household with { Team = team });

    private DateTimeOffset Now => new(Today, new TimeOnly(9, 0), Functions.Platform.Time.ChinaTime.Offset);

    private HouseholdPartition Partition => new(
        new StoredHousehold(Household, "commit", default),
        [.. _rows.Where(row => string.CompareOrdinal(row.Key, HouseholdRow.Key) >= 0).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value)]);

    private CarePlanOutcome Commit(Decision<PlanOutcome> decision)
    {
        if (decision.Next is { } next)
        {
            Household = next.After(Household);
            Put(decision.Rows);
            Assert.All(decision.Gone, key => Assert.True(_rows.Remove(key)));
        }

        return decision.Outcome.Outcome;
    }

    private void Put(IEnumerable<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            Assert.False(row.RowKey.StartsWith("history:", StringComparison.Ordinal) && _rows.ContainsKey(row.RowKey), $"{row.RowKey} is history, and is written again");
            _rows[row.RowKey] = row;
        }
    }

    private IEnumerable<string> KeysOf(string prefix) => _rows.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
