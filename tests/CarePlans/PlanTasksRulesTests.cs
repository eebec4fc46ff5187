using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>Which tasks and which team follow from the members' plans, and what somebody is to a plan.</summary>
public sealed class PlanTasksRulesTests
{
    private static readonly DateOnly Day = SomePlan.Today;
    private static readonly PlanSummary Active = new("active", false, [], ["generalPractice", "pharmacy"], []);
    private static readonly HouseholdTask Proposal = new(PlanTasks.DecisionKind, "conference-1", 1, Day, For: "P441402-05");

    [Theory]
    [InlineData("draft", true)]
    [InlineData("active", true)]
    [InlineData("completed", false)]
    [InlineData("cancelled", false)]
    public void Team_IsOfWhatOpenPlansCallFor(string status, bool isOpen)
    {
        var household = Of(Active with { Status = status });

        Assert.Equal(isOpen, PlanTasks.IsCalledFor(household, "pharmacy"));
        Assert.False(PlanTasks.IsCalledFor(household, "cardiology"));
        Assert.False(PlanTasks.IsCalledFor(household with { Members = [household.Members[0] with { LeftOn = Day }] }, "pharmacy"));
        Assert.Equal(isOpen ? ["pharmacy"] : [], PlanTasks.Follow(household).Team.Select(teamMember => teamMember.Discipline).ToArray());
    }

    [Fact]
    public void NextActivities_AreTasksOfWhoDoesThem()
    {
        var household = Of(
            Active with
            {
                NextActivities =
                [
                    new DueActivity("walk", Day.AddDays(3), null),
                    new DueActivity("medicines", Day.AddDays(4), "pharmacy"),
                    // The team has nobody for it.
                    new DueActivity("ecg", Day.AddDays(5), "cardiology"),
                ],
            }
        );

        Assert.Equal(
            [
                new HouseholdTask("activity", "walk", 1, Day.AddDays(3)),
                new HouseholdTask("activity", "medicines", 1, Day.AddDays(4), For: "P4414-03"),
                new HouseholdTask("activity", "ecg", 1, Day.AddDays(5), For: SomeHousehold.Physician),
            ],
            household.OpenTasks
        );
        Assert.Empty(PlanTasks.Follow(household).Tasks);
        Assert.Empty((household with { Members = Of(Active).Members }).OpenTasks);
    }

    [Fact]
    public void ProposedRevision_WaitsForTheResponsiblePhysician_UntilOneBegins()
    {
        var household = Of(Active) with { Tasks = [Proposal, Proposal with { Member = 2 }] };

        Assert.Equal([Proposal with { For = SomeHousehold.Physician }], PlanTasks.Follow(household).Tasks);
        Assert.Equal([Proposal], PlanTasks.Follow(household with { PhysicianId = null }).Tasks);
        Assert.Empty(Proposals(Of(Active with { Status = "draft" })));
        Assert.Empty(Proposals(Of(Active with { Status = "underRevision", Review = new PlanReview(Day, null, []) })));

        IEnumerable<HouseholdTask> Proposals(Household changed) =>
            PlanTasks.Follow(changed with { Tasks = [Proposal] }).Tasks.Where(task => task.Reference == Proposal.Reference);
    }

    [Fact]
    public void Review_AsksTheTeamOnceItIsSubmitted_AndNobodyTwice()
    {
        var asked = Active with { Status = "underReview", Review = new PlanReview(Day, Day.AddDays(2), []) };

        Assert.Equal(
            [
                new HouseholdTask("decision", "plan", 1, Day.AddDays(7), For: SomeHousehold.Physician),
                new HouseholdTask("opinion", "pharmacy", 1, Day.AddDays(9), For: "P4414-03"),
            ],
            PlanTasks.Follow(Of(asked)).Tasks
        );
        Assert.Equal(["decision"], Kinds(asked with { Review = asked.Review! with { AskedOn = null } }));
        Assert.Equal(["decision"], Kinds(asked with { Review = asked.Review! with { Given = ["pharmacy"] } }));
        Assert.Equal(["opinion"], PlanTasks.Follow(Of(asked) with { PhysicianId = null }).Tasks.Select(task => task.Kind));

        IEnumerable<string> Kinds(PlanSummary plan) => PlanTasks.Follow(Of(plan)).Tasks.Select(task => task.Kind);
    }

    [Fact]
    public void WhoeverIsAsked_IsOfTheTeam_ForADisciplineOfThePlan_AndNotResponsible()
    {
        var household = Of(Active) with
        {
            Team =
            [
                new TeamMember("pharmacy", "P4414-03"),
                new TeamMember("oncology", "P4414-04"),
                new TeamMember("cardiology", SomeHousehold.Physician),
            ],
        };

        Assert.Equal(["pharmacy"], PlanTasks.Asked(household, ["pharmacy", "cardiology"]).Select(teamMember => teamMember.Discipline));
    }

    [Fact]
    public void Parties_AreTheResponsible_TheTeam_TheWorkers_AndOthers()
    {
        var plan = SomePlan.InForce("I10").Plan;
        var household = Of(Active) with { Team = [new TeamMember("pharmacy", "P4414-03"), new TeamMember("oncology", "P4414-04")] };

        Assert.Equal(PlanParty.Responsible, Party(SomeHousehold.Responsible));
        Assert.Equal(PlanParty.HealthWorker, Party(SomeHousehold.Worker));
        Assert.Equal(PlanParty.HealthWorker, Party(SomeHousehold.Worker, "pharmacy"));
        Assert.Equal(PlanParty.TeamMember, Party(Physician("P4414-03")));
        Assert.Equal(PlanParty.TeamMember, Party(Physician("P4414-03"), "pharmacy"));
        // Of the team, but the plan does not call for the discipline.
        Assert.Equal(PlanParty.Other, Party(Physician("P4414-04")));
        Assert.Equal(PlanParty.Other, Party(Physician("P4414-04"), "oncology"));
        Assert.Equal(PlanParty.Other, Party(SomeHousehold.Responsible, "pharmacy"));
        Assert.Equal(PlanParty.Other, Party(Physician(null)));

        PlanParty Party(Caller caller, string? discipline = null) => caller.PartyIn(household, plan, discipline);
        static Caller Physician(string? id) => new("a", Role.Physician, [], id, "甲");
    }

    private static Household Of(PlanSummary plan) =>
        SomeHousehold.Of(SomePlan.Member("I10") with { Plan = plan }) with
        {
            Team = [new TeamMember("pharmacy", "P4414-03")],
        };
}
