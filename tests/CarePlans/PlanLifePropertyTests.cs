using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>
/// Whatever several people do with a plan, in whichever order, twice or too late: what must hold, holds after each step. PLAN_LIVES sets
/// how
/// many plans live.
/// </summary>
public sealed class PlanLifePropertyTests
{
    private const int Steps = 50;
    private static readonly int Sequences = RandomPart.Of("PLAN_LIVES", 30);

    private static readonly Caller[] People =
    [
        new("responsible", Role.Physician, [], PlanWorld.Responsible, "甲"),
        new("cardiologist", Role.Physician, [], PlanWorld.Cardiologist, "乙"),
        new("pharmacist", Role.Physician, [], PlanWorld.Pharmacist, "丙"),
        new("worker", Role.HealthWorker, ["441402004"], null, "丁"),
        new("stranger", Role.Physician, [], "P441402-77", "戊"),
    ];

    [Fact]
    public void RandomHistories_KeepWhatMustHold()
    {
        var statuses = new HashSet<CarePlanStatus>();
        for (var seed = 0; seed < Sequences; seed++)
        {
            var (world, random, reports) = (new PlanWorld(), new Random(seed), new HashSet<string>(StringComparer.Ordinal));
            var calls = new List<Func<CarePlanOutcome>>();
            for (var step = 0; step < Steps; step++)
            {
                var (before, history, version) = (world.Plan, world.History, world.Household.Version);
                var isReplay = calls.Count > 0 && random.Next(5) == 0;
                var call = isReplay ? calls[random.Next(calls.Count)] : Any(world, random, reports);
                calls.Add(call);
                var outcome = call();
                statuses.Add(world.Plan.Status);

                Assert.Subset(world.History.ToHashSet(), history.ToHashSet());
                Assert.True(
                    outcome is CarePlanOutcome.Done || world.Household.Version == version,
                    $"seed {seed}, step {step}: {outcome} changed something"
                );
                Holds(world, before, reports);
            }
        }

        Assert.Equal(Enum.GetValues<CarePlanStatus>().Length, statuses.Count);
    }

    private static void Holds(PlanWorld world, CarePlan before, HashSet<string> reports)
    {
        var (file, plan) = (world.File, world.Plan);
        Assert.Equal(Enumerable.Range(1, plan.Version), world.Versions.Select(version => version.Version));
        Assert.InRange(plan.Version, before.Version, before.Version + 1);
        Assert.Equal(StoredJson.Write(plan), StoredJson.Write(world.Versions[^1]));
        Assert.Equal(plan.Status.IsInForce(), plan.ActiveVersion is not null);
        Assert.Equal(plan.ActiveVersion, file.InForce?.Version);
        Assert.True(
            plan.ActiveVersion is not { } active || StoredJson.Write(world.Versions[active - 1]) == StoredJson.Write(file.InForce!)
        );
        Assert.Equal(plan.Status.IsUndecided(), file.Care.Review is not null);
        Assert.Equal(
            file.Opinions.Select(opinion => opinion.Discipline).Order(),
            file.Care.Review?.Given.Order() ?? Enumerable.Empty<string>()
        );
        Assert.True(plan.Status.IsInForce() || file.Care.Schedule.Activities.Count == 0);
        Assert.Equal(StoredJson.Write(file.Care.Summarise()), StoredJson.Write(world.Household.Members[0].Plan!));
        Assert.Equal(
            Expected(world, file).Order(),
            world.Household.OpenTasks.Select(task => $"{task.Kind} {task.Reference} {task.For}").Order()
        );
        Assert.Equal(reports.Count, world.Entries.Count(entry => entry.Kind == "activity"));
    }

    private static IEnumerable<string> Expected(PlanWorld world, PlanFile file)
    {
        if (file.Plan.Status.IsUndecided() || file.Plan.Status is CarePlanStatus.Draft)
        {
            yield return $"decision plan {PlanWorld.Responsible}";
        }
        if (file.Care.Review?.AskedOn is not null)
        {
            foreach (
                var one in world.Household.Team.Where(teamMember =>
                    file.Plan.Disciplines.Contains(teamMember.Discipline)
                    && file.Opinions.All(given => given.Discipline != teamMember.Discipline)
                )
            )
            {
                yield return $"opinion {one.Discipline} {one.PhysicianId}";
            }
        }

        var due = file
            .Care.Schedule.Activities.Where(activity => activity.NextDueOn is not null)
            .OrderBy(activity => activity.NextDueOn)
            .ThenBy(activity => activity.Code, StringComparer.Ordinal)
            .DistinctBy(activity => activity.Discipline)
            .Take(4);
        foreach (var next in due)
        {
            var physician = world.Household.Team.FirstOrDefault(member => member.Discipline == next.Discipline)?.PhysicianId;
            yield return $"activity {next.Code} {(next.Discipline is null ? null : physician ?? PlanWorld.Responsible)}";
        }
    }

    private static Func<CarePlanOutcome> Any(PlanWorld world, Random random, HashSet<string> reports)
    {
        var person = random.Next(3) > 0 ? People[0] : People[random.Next(People.Length)];
        var version = Math.Max(1, world.Plan.Version - (random.Next(6) == 0 ? 1 : 0));
        switch (random.Next(13))
        {
            case 0 or 1:
                var form = SomePlan.FormOf(world.Plan, english: false);
                form =
                    random.Next(2) == 0
                        ? form with
                        {
                            Goals =
                            [
                                .. form.Goals!.Skip(random.Next(2)),
                                new GoalRequest(
                                    $"g{random.Next(3)}",
                                    "weight",
                                    Comparison.AtMost,
                                    60 + random.Next(9),
                                    "kg",
                                    world.Today.AddDays(30),
                                    null
                                ),
                            ],
                        }
                        : form with
                        {
                            Activities = [.. form.Activities!.Skip(1)],
                        };
                return () => world.Edit(form, version, person);
            case 2 or 3:
                var (speaker, discipline) = random.Next(2) == 0 ? (People[1], "cardiology") : (People[2], "pharmacy");
                var findings = $"意见{random.Next(2)}";
                return () => world.Opine(discipline, findings, version, speaker);
            case 4 or 5:
                var reporter = People[random.Next(People.Length)];
                var activity = world.File.Care.Schedule.Activities is { Count: > 0 } all ? all[random.Next(all.Count)].Code : "exercise";
                var report = new ActivityReport(
                    $"r{random.Next(1_000_000)}",
                    activity,
                    (ActivityOutcome)random.Next(2),
                    world.Today,
                    "原因",
                    null,
                    reporter.AccountId,
                    ""
                );
                return () =>
                {
                    var outcome = world.Report(report, reporter);
                    if (outcome is CarePlanOutcome.Done)
                    {
                        reports.Add(report.Id);
                    }
                    return outcome;
                };
            case 6:
                string[] ill = random.Next(2) == 0 ? ["I10"] : ["I10", "E11"];
                return () => Does(() => world.FallIll(ill));
            case 7:
                TeamMember[] team =
                    random.Next(2) == 0
                        ? [new("cardiology", PlanWorld.Cardiologist)]
                        : [new("cardiology", PlanWorld.Cardiologist), new("pharmacy", PlanWorld.Pharmacist)];
                return () => Does(() => world.Reroute(team));
            case 8:
                return () => Does(() => world.Wait(random.Next(20)));
            default:
                PlanStep[] steps =
                [
                    PlanStep.Submit,
                    PlanStep.Decide,
                    PlanStep.Revise,
                    PlanStep.Withdraw,
                    PlanStep.Submit,
                    PlanStep.Decide,
                    PlanStep.Complete,
                    PlanStep.Cancel,
                    PlanStep.Restart,
                    PlanStep.Restart,
                ];
                var step = steps[random.Next(random.Next(4) == 0 ? steps.Length : 6)];
                var reason = random.Next(4) == 0 ? null : "原因";
                return () => world.Take(step, version, reason, person);
        }
    }

    private static CarePlanOutcome Does(Action action)
    {
        action();
        return CarePlanOutcome.Done;
    }
}
