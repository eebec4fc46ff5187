using System.Text;
using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Pipeline;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>One household in memory, on which several people decide as the handlers do, commit after commit.</summary>
internal sealed class PlanWorld
{
    public const string Responsible = "P441402004-01";
    public const string Cardiologist = "P441402-01";
    public const string Pharmacist = "P4414-03";
    private static readonly CodeLists Lists = new(SomePlan.Seeds);
    private static readonly ReadingKinds Kinds = new(SomePlan.Seeds);
    private readonly Dictionary<string, PutDocument> _documents = new(StringComparer.Ordinal);
    private readonly EditCarePlanHandler _edit = new(
        NotAsked<HouseholdChanges>(),
        new CarePlanCheck(Kinds, Lists, SomePlan.Pathways),
        NotAsked<CarePlanAnswers>(),
        NotAsked<Signatures>(),
        TimeProvider.System
    );
    private readonly TakePlanStepHandler _take = new(
        NotAsked<HouseholdChanges>(),
        NotAsked<CarePlanAnswers>(),
        new PlanDrafting(SomePlan.Pathways, new ConditionKinds(SomePlan.Seeds)),
        NotAsked<Signatures>(),
        TimeProvider.System
    );
    private readonly GiveOpinionHandler _opine = new(
        NotAsked<HouseholdChanges>(),
        new OpinionCheck(Kinds, Lists),
        NotAsked<CarePlanAnswers>(),
        NotAsked<Signatures>(),
        TimeProvider.System
    );

    public PlanWorld()
    {
        var care = SomePlan.Draft("I10");
        Household = PlanTasks.Follow(
            SomeHousehold.Of() with
            {
                Members = [SomePlan.Member("I10") with { RecordNumber = "44140200400100001", Plan = care.Summarise() }],
                PhysicianId = Responsible,
                Team = [new TeamMember("cardiology", Cardiologist), new TeamMember("pharmacy", Pharmacist)],
            }
        );
        Put([MemberCare.StoredAs.Of(1).Put(care), PutVersion(care.Plan)]);
        Put([HealthRecord.StoredAs.Of(1).Put(new HealthRecord(1, "44140200400100001", SomePlan.Today))]);
    }

    public Household Household { get; private set; }

    public DateOnly Today { get; private set; } = SomePlan.Today;

    public PlanFile File => PlanFile.In(Partition, 1)!;

    public CarePlan Plan => File.Plan;

    public IReadOnlyList<CarePlan> Versions => [.. KeysOf("0:planVersion:01:").Select(key => (CarePlan)_documents[key].Content)];

    public IReadOnlyList<Entry> Entries => [.. KeysOf("0:entry:01:").Select(key => (Entry)_documents[key].Content)];

    public IReadOnlyList<string> History => [.. KeysOf("0:").Select(key => $"{key} {Encoding.UTF8.GetString(_documents[key].Write())}")];

    public void Wait(int days) => Today = Today.AddDays(days);

    public CarePlanOutcome Take(PlanStep step, int version, string? reason, Caller caller) =>
        Commit(
            _take.Decide(
                Partition,
                1,
                version,
                new RecordedStep(step, caller.AccountId, caller.PhysicianId ?? "", Now, reason),
                new Functions.Platform.Validation.ValidationErrors(),
                caller
            )
        );

    public CarePlanOutcome Edit(CarePlanRequest form, int version, Caller caller) =>
        Commit(_edit.Decide(Partition, 1, version, form, caller, Now));

    public CarePlanOutcome Opine(string discipline, string findings, int version, Caller caller) =>
        Commit(
            _opine.Decide(
                Partition,
                1,
                discipline,
                version,
                new OpinionRequest(findings, null, null),
                caller,
                Now,
                Guid.NewGuid().ToString("N")[..8]
            )
        );

    public CarePlanOutcome Report(ActivityReport report, Caller caller)
    {
        var known = (ActivityReport?)_documents.GetValueOrDefault(ActivityReport.StoredAs.PastOf(1, report.Id).Value)?.Content;
        return Commit(ReportActivityHandler.Decide(Partition, 1, report.Activity, report.Id, report, [], known, caller, Now));
    }

    /// <summary>Conditions change, and the records are built again.</summary>
    public void FallIll(params string[] conditions)
    {
        var built = BuiltRecords.Of(
            Household with
            {
                Members = [Household.Members[0] with { Conditions = conditions }],
            },
            new Dictionary<int, HealthRecord> { [1] = new(1, "44140200400100001", SomePlan.Today) },
            new Dictionary<int, MemberCare> { [1] = File.Care },
            new Numbering(new Dictionary<int, string> { [1] = "44140200400100001" }, []),
            SomePlan.Pathways.All,
            new ConditionKinds(SomePlan.Seeds),
            Today
        );
        Household = built.Household;
        Put([.. built.Cares.Select(care => MemberCare.StoredAs.Of(care.Member).Put(care)), .. built.Drafted.Select(PutVersion)]);
    }

    /// <summary>The roster changes, and the household is routed again.</summary>
    public void Reroute(params TeamMember[] team) => Household = PlanTasks.Follow(Household with { Team = team });

    /// <summary>What a handler needs to store and to answer.</summary>
    private static T NotAsked<T>()
        where T : class =>
        // Null on purpose: only decisions are asked here, and a decision that reached for storage has to fail.
        null!;

    private DateTimeOffset Now => new(Today, new TimeOnly(9, 0), Functions.Platform.Time.ChinaTime.Offset);

    private HouseholdPartition Partition =>
        new(
            new StoredHousehold(Household, "commit", ""),
            [
                .. _documents
                    .Where(document => !DocumentKeys.IsOfPast(document.Key))
                    .OrderBy(document => document.Key, StringComparer.Ordinal)
                    .Select(document => StoredDocument.Of(document.Value)),
            ]
        );

    private static DocumentChange PutVersion(CarePlan plan) =>
        CarePlan.VersionStoredAs.PastOf(plan.Member, CarePlan.VersionId(plan.Version)).Put(plan);

    private CarePlanOutcome Commit(HouseholdUpdate<PlanOutcome> update)
    {
        if (update.Next is { } next)
        {
            Household = next.After(Household);
            Put(update.Changes);
        }

        return update.Outcome.Outcome;
    }

    private void Put(IEnumerable<DocumentChange> changes)
    {
        foreach (var change in changes)
        {
            Assert.False(
                DocumentKeys.IsOfPast(change.Key) && _documents.ContainsKey(change.Key),
                $"{change.Key} is history, and is written again"
            );
            if (change is PutDocument put)
            {
                _documents[put.Key] = put;
            }
            else
            {
                Assert.True(_documents.Remove(change.Key));
            }
        }
    }

    private IEnumerable<string> KeysOf(string prefix) =>
        _documents.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
