using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Tests.Households;
using static Alleviation.Tests.CarePlans.SomePlanFile;

namespace Alleviation.Tests.CarePlans;

/// <summary>The file of a plan: its opinions, what of it is stored, and how it is read again.</summary>
public sealed class PlanFileRulesTests
{
    [Fact]
    public void Opinion_ReplacesThatOfItsDiscipline_AndMakesNoVersion()
    {
        var again = UnderRevision.With(Heard with { Findings = "改剂量" }, Today);
        var other = UnderRevision.With(Heard with { Discipline = "cardiology" }, Today);
        var first = Active.With(Heard, Today);
        Assert.Equal(["改剂量"], again.Opinions.Select(opinion => opinion.Findings));
        Assert.Equal(["pharmacy"], again.Care.Review!.Given);
        Assert.Equal(["pharmacy", "cardiology"], other.Opinions.Select(opinion => opinion.Discipline));
        Assert.Equal(["pharmacy", "cardiology"], other.Care.Review!.Given);
        Assert.Equal((SomePlan.Today, 4), (other.Care.Review.Since, other.Plan.Version));
        Assert.Equal((Today, null), (first.Care.Review!.Since, first.Care.Review.AskedOn));
    }

    [Fact]
    public void MissingOpinions_AreThoseOfTheTeamThatThePlanCallsFor()
    {
        var household = SomeHousehold.Of(SomePlan.Member("I10")) with
        {
            Team =
            [
                new TeamMember("pharmacy", "P4414-03"),
                new TeamMember("cardiology", "P441402-02"),
                new TeamMember("oncology", "P441402-04"),
                new TeamMember("publicHealth", SomeHousehold.Physician),
            ],
        };
        Assert.Equal(["cardiology"], UnderRevision.Missing(household));
        Assert.Equal(["pharmacy", "cardiology"], (UnderRevision with { Opinions = [] }).Missing(household));
    }

    [Fact]
    public void Changes_AreWhatBecameDifferent()
    {
        var decided = After(UnderRevision, PlanStep.Decide, CarePlanStatus.Active);
        var ended = After(decided, PlanStep.Cancel, CarePlanStatus.Cancelled);
        var heard = UnderRevision.With(Heard with { Discipline = "cardiology" }, Today);
        Assert.Equal(
            ["1:plan:01", "0:planVersion:01:v0005", "1:planInForce:01", "-1:opinion:01:pharmacy", "0:opinion:01:v0005:pharmacy"],
            Keys(decided.ChangesFrom(UnderRevision))
        );
        Assert.Equal(["1:plan:01", "0:planVersion:01:v0006", "-1:planInForce:01"], Keys(ended.ChangesFrom(decided)));
        Assert.Equal(["1:plan:01", "1:opinion:01:cardiology"], Keys(heard.ChangesFrom(UnderRevision)));
        Assert.Equal(["1:plan:01"], Keys(Active.ChangesFrom(Active)));
        Assert.Equal(["1:plan:01"], Keys(UnderRevision.ChangesFrom(UnderRevision)));
    }

    [Fact]
    public void Commit_ChangesTheMembersSummaryAndTasks_AndEntersWhatHappened()
    {
        var household = SomeHousehold.Of(SomePlan.Member("I10"), SomePlan.Member() with { Number = 2 });
        var partition = SomeHousehold.With(household, HealthRecord.StoredAs.Of(1).Put(new HealthRecord(1, null, null)));
        var withoutEntry = UnderRevision.Commit("done", Active, partition, null);
        var withEntry = UnderRevision.Commit("done", Active, partition, new Entry(1, Now, "carePlan", "v4", "account"));
        Assert.Equal("underRevision", withoutEntry.Next!.Members[0].Plan!.Status);
        Assert.Null(withoutEntry.Next.Members[1].Plan);
        Assert.Contains(withoutEntry.Next.Tasks, task => task.Kind == PlanTasks.DecisionKind);
        Assert.Null(withoutEntry.Next.Members[0].LastEntryAt);
        Assert.Equal(Now, withEntry.Next!.Members[0].LastEntryAt);
        Assert.Equal(withoutEntry.Changes.Count + 2, withEntry.Changes.Count);
        Assert.Equal("done", withEntry.Outcome);
    }

    [Fact]
    public void File_IsWhatThePartitionHoldsOfThePlan()
    {
        var partition = SomeHousehold.With(
            SomeHousehold.Of(SomePlan.Member("I10")),
            MemberCare.StoredAs.Of(1).Put(UnderRevision.Care),
            CarePlan.InForceStoredAs.Of(1).Put(UnderRevision.InForce!),
            Opinion.StoredAs.Of(1, "pharmacy").Put(Heard)
        );
        var file = PlanFile.In(partition, 1)!;
        Assert.Equal((UnderRevision.Care, UnderRevision.InForce), (file.Care, file.InForce));
        Assert.Equal([Heard], file.Opinions);
        Assert.Null(PlanFile.In(partition, 2));
        Assert.Equal((true, CarePlanStatus.Active), Step(SomeHousehold.Responsible, PlanStep.Decide));
        Assert.Equal((true, null), Step(SomeHousehold.Responsible, PlanStep.Complete));
        Assert.Equal((false, null), Step(SomeHousehold.Worker, PlanStep.Decide));
        Assert.Null(PlanStepContext.For(partition, 1, SomeHousehold.Stranger, PlanStep.Decide));
        Assert.Null(PlanStepContext.For(partition, 2, SomeHousehold.Responsible, PlanStep.Decide));
        (bool, CarePlanStatus?) Step(Caller caller, PlanStep step)
        {
            var context = PlanStepContext.For(partition, 1, caller, step)!;
            return (context.IsTheirs, context.To);
        }
    }

    private static IEnumerable<string> Keys(IEnumerable<DocumentChange> changes) =>
        changes.Select(change => change is RemoveDocument ? $"-{change.Key}" : change.Key);
}
