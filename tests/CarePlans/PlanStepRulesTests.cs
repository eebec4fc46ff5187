using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Records;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>What each step makes of a plan's file, and what of it is stored.</summary>
public sealed class PlanStepRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today.AddDays(30);
    private static readonly DateTimeOffset Now = new(2026, 12, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Opinion Heard = new(1, "pharmacy", 3, "P4414-03", "account", Now, "可以", [], []);
    private static readonly PlanReview Review = new(SomePlan.Today, null, ["pharmacy"]);
    private static readonly PlanFile Active = new(SomePlan.InForce("I10"), SomePlan.InForce("I10").Plan, []);
    private static readonly PlanFile UnderRevision = new(
        Active.Care with
        {
            Plan = Active.Plan with { Version = 4, Status = CarePlanStatus.UnderRevision, Goals = [SomePlan.Goal("weight")] },
            Review = Review,
        },
        Active.InForce,
        [Heard]
    );

    [Fact]
    public void Submitted_AsksTheTeamToday_AndWaitsSinceItBegan()
    {
        var again = After(UnderRevision, PlanStep.Submit, CarePlanStatus.UnderRevision);
        var first = After(new PlanFile(SomePlan.Draft("I10"), null, []), PlanStep.Submit, CarePlanStatus.UnderReview);

        Assert.Equal((SomePlan.Today, Today), (again.Care.Review!.Since, again.Care.Review.AskedOn));
        Assert.Equal(["pharmacy"], again.Care.Review.Given);
        Assert.Equal((Today, Today), (first.Care.Review!.Since, first.Care.Review.AskedOn));
        Assert.Empty(first.Care.Review.Given);
        Assert.Equal((2, CarePlanStatus.UnderReview), (first.Plan.Version, first.Plan.Status));
    }

    [Fact]
    public void Decided_IsInForce_WithWhatItAsksFor_AndNothingWaits()
    {
        var revised = UnderRevision with
        {
            Care = UnderRevision.Care with { Plan = UnderRevision.Plan with { FollowUps = [new FollowUp("general", 30, 12)] } },
        };

        var next = After(revised, PlanStep.Decide, CarePlanStatus.Active);

        Assert.Equal((5, 5, CarePlanStatus.Active), (next.Plan.Version, next.Plan.ActiveVersion, next.Plan.Status));
        Assert.Equal(next.Plan, next.InForce);
        Assert.Equal(["general"], next.Care.Schedule.FollowUps.Select(followUp => followUp.Form));
        Assert.Null(next.Care.Review);
        Assert.Empty(next.Opinions);
        Assert.Equal(PlanStep.Decide, next.Plan.Made!.Step);
    }

    [Fact]
    public void RevisionThatBegins_WaitsFromToday_AndAsksNobody()
    {
        var next = After(Active, PlanStep.Revise, CarePlanStatus.UnderRevision);

        Assert.Equal((Today, null), (next.Care.Review!.Since, next.Care.Review.AskedOn));
        Assert.Equal((4, Active.InForce), (next.Plan.Version, next.InForce));
        Assert.Equal(Active.Care.Schedule, next.Care.Schedule);
    }

    [Fact]
    public void WithdrawnRevision_GoesBackToWhatIsInForce_WithoutWhatHasLostItsReason()
    {
        var kept = SomePlan.Goal("own");
        var agreed = Active.InForce! with
        {
            Goals = [.. Active.InForce.Goals, kept],
            Activities = [.. Active.InForce.Activities, SomePlan.Activity("own")],
        };
        var file = UnderRevision with
        {
            InForce = agreed,
            Care = UnderRevision.Care with { Plan = UnderRevision.Plan with { Pathways = [] } },
        };

        var same = After(UnderRevision, PlanStep.Withdraw, CarePlanStatus.Active);
        var lost = After(file, PlanStep.Withdraw, CarePlanStatus.Active);

        Assert.True(StoredJson.IsSame(PlanContent.Of(same.Plan), PlanContent.Of(Active.InForce)));
        Assert.Equal((5, 5), (same.Plan.Version, same.Plan.ActiveVersion));
        Assert.Equal([kept], lost.Plan.Goals);
        Assert.Equal(["own"], lost.Plan.Activities.Select(activity => activity.Code));
        Assert.Empty(lost.Plan.FollowUps);
        Assert.Null(lost.Care.Review);
    }

    [Theory]
    [InlineData(PlanStep.Complete, CarePlanStatus.Completed)]
    [InlineData(PlanStep.Cancel, CarePlanStatus.Cancelled)]
    public void PlanThatEnds_HasNothingInForce_AndNoActivities(PlanStep step, CarePlanStatus to)
    {
        var next = After(UnderRevision, step, to);

        Assert.Equal((5, null, to), (next.Plan.Version, next.Plan.ActiveVersion, next.Plan.Status));
        Assert.Null(next.InForce);
        Assert.Null(next.Care.Review);
        Assert.Empty(next.Opinions);
        Assert.Empty(next.Care.Schedule.Activities);
        Assert.Equal(UnderRevision.Care.Schedule.FollowUps, next.Care.Schedule.FollowUps);
    }

    [Fact]
    public void PlanBegunAnew_IsTheDraft_AndRemembersWhatVisitsFound()
    {
        var known = Active.Care.Schedule.FollowUps[0] with { LastOn = Today.AddDays(-9), LastOutcome = "2", OutOfControl = 2 };
        var ended = Active with { Care = Active.Care with { Schedule = Active.Care.Schedule with { FollowUps = [known] } } };
        var draft = SomePlan.Draft("I10", "E11");

        var next = ended.Restarted(Taken(PlanStep.Restart), CarePlanStatus.Draft, draft);

        Assert.Equal((4, CarePlanStatus.Draft, PlanStep.Restart), (next.Plan.Version, next.Plan.Status, next.Plan.Made!.Step));
        Assert.Equal(draft.Plan.Goals, next.Plan.Goals);
        Assert.Equal(
            draft.Schedule.FollowUps[0] with
            {
                LastOn = known.LastOn,
                LastOutcome = "2",
                OutOfControl = 2,
            },
            next.Care.Schedule.FollowUps[0]
        );
        Assert.Equal(draft.Schedule.FollowUps[1], next.Care.Schedule.FollowUps[1]);
        Assert.Null(next.InForce);
    }

    [Fact]
    public void EditedPlan_IsTheNextVersion_AndWhatIsInForceGoesOn()
    {
        var content = new PlanContent([SomePlan.Goal("a")], [SomePlan.Activity("b")], [new FollowUp("general", 30, 12)]);

        var next = UnderRevision.Edited(content, Taken(PlanStep.Edit));

        Assert.Equal(content, PlanContent.Of(next.Plan));
        Assert.Equal((5, PlanStep.Edit, Review), (next.Plan.Version, next.Plan.Made!.Step, next.Care.Review));
        Assert.Equal(UnderRevision.Care.Schedule, next.Care.Schedule);
        Assert.Equal(UnderRevision.InForce, next.InForce);
    }

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

        var silent = UnderRevision.Commit("done", Active, partition, null);
        var told = UnderRevision.Commit("done", Active, partition, new Entry(1, Now, "carePlan", "v4", "account"));

        Assert.Equal("underRevision", silent.Next!.Members[0].Plan!.Status);
        Assert.Null(silent.Next.Members[1].Plan);
        Assert.Contains(silent.Next.Tasks, task => task.Kind == PlanTasks.DecisionKind);
        Assert.Null(silent.Next.Members[0].LastEntryAt);
        Assert.Equal(Now, told.Next!.Members[0].LastEntryAt);
        Assert.Equal(silent.Changes.Count + 2, told.Changes.Count);
        Assert.Equal("done", told.Outcome);
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

    private static PlanFile After(PlanFile file, PlanStep step, CarePlanStatus to) => file.After(Taken(step), to, Today);

    private static RecordedStep Taken(PlanStep step) => new(step, "account", SomeHousehold.Physician, Now);

    private static IEnumerable<string> Keys(IEnumerable<DocumentChange> changes) =>
        changes.Select(change => change is RemoveDocument ? $"-{change.Key}" : change.Key);
}
