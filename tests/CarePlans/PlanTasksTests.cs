using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>What plans give people to do, from the header alone.</summary>
public sealed class PlanTasksTests
{
    private static readonly DateOnly Day = SomePlan.Today;

    [Fact]
    public void UnderReview_EachDisciplineOfTheTeamIsAsked_AndTheResponsiblePhysicianDecides()
    {
        var tasks = PlanTasks.Follow(Of(UnderReview("cardiology"))).Tasks;

        Assert.Equal(
            ["decision plan P441402004-01", "opinion pharmacy P4414-03"],
            tasks.Select(task => $"{task.Kind} {task.Reference} {task.For}")
        );
        Assert.All(tasks, task => Assert.Equal(Day.AddDays(7), task.DueOn));
    }

    [Fact]
    public void DisciplineOfTheResponsiblePhysician_IsNotAskedApart() =>
        Assert.DoesNotContain(
            PlanTasks.Follow(Of(UnderReview()) with { PhysicianId = "P4414-03" }).Tasks,
            task => task.Reference == "pharmacy"
        );

    [Fact]
    public void OtherPhysicians_TakeTheTasksOver_AndOtherKindsStay()
    {
        var question = new HouseholdTask("question", "1", 1, Day, For: "P441402004-01");
        var before = PlanTasks.Follow(Of(UnderReview("pharmacy")) with { Tasks = [question] });

        var after = PlanTasks.Follow(before with { PhysicianId = "P441402004-02", Team = [new TeamMember("cardiology", "P441402-08")] });

        Assert.Equal(
            ["question P441402004-01", "decision P441402004-02", "opinion P441402-08"],
            after.Tasks.Select(task => $"{task.Kind} {task.For}")
        );
    }

    [Fact]
    public void WhoHasLeft_AndWhoseReviewIsOver_GivesNobodyAnythingToDo()
    {
        var before = PlanTasks.Follow(Of(UnderReview()));

        Assert.Empty(PlanTasks.Follow(before with { Members = [before.Members[0] with { LeftOn = Day }] }).Tasks);
        Assert.Empty(
            PlanTasks
                .Follow(
                    before with
                    {
                        Members = [before.Members[0] with { Plan = UnderReview() with { Status = "draft", Review = null } }],
                    }
                )
                .Tasks
        );
    }

    [Fact]
    public void Guests_AndOfficials_AreNothingToAPlan()
    {
        var household = Of(UnderReview()) with { Guests = [new Guest("P441402-77", "referral:1")] };
        var plan = SomePlan.Draft("I10").Plan;

        Assert.Equal(PlanParty.Other, new Caller("a", Role.Physician, [], "P441402-77", "甲").PartyIn(household, plan));
        Assert.Equal(PlanParty.Other, new Caller("a", Role.Official, [Some.City], null, "甲").PartyIn(household, plan));
        Assert.Equal(PlanParty.TeamMember, new Caller("a", Role.Physician, [], "P441402-01", "甲").PartyIn(household, plan, "cardiology"));
        Assert.Equal(PlanParty.Other, new Caller("a", Role.Physician, [], "P441402-01", "甲").PartyIn(household, plan, "pharmacy"));
        Assert.Equal(PlanParty.Other, new Caller("a", Role.Physician, [], "P441402004-01", "甲").PartyIn(household, plan, "cardiology"));
    }

    [Fact]
    public void ThirtyPlansUnderReviewAtOnce_FitTheHeader()
    {
        var disciplines = Enumerable.Range(0, 8).Select(number => $"traditionalMedicine{number}").ToList();
        var summary = UnderReview() with
        {
            Disciplines = disciplines,
            NextActivities = [.. disciplines.Take(4).Select(one => new DueActivity("medicineSideEffects", Day, one))],
        };
        var household = Of(summary) with
        {
            Members =
            [
                .. Enumerable
                    .Range(1, 30)
                    .Select(number =>
                        SomePlan.Member("I10", "E11", "F20", "A15") with
                        {
                            Number = number,
                            Name = "测试测试",
                            RecordNumber = "44140200400100001",
                            Plan = summary,
                        }
                    ),
            ],
            Team = [.. disciplines.Select((discipline, index) => new TeamMember(discipline, $"P441402-{index:D2}"))],
        };

        var row = HouseholdRow.Write(PlanTasks.Follow(household), "commit", new FieldSealer(KeyRing.Create()));

        Assert.InRange(((byte[])row["Sealed"]).Length, 1, 60 * 1024);
    }

    private static PlanSummary UnderReview(params string[] given) =>
        new("underReview", false, [], ["generalPractice", "cardiology", "pharmacy"], []) { Review = new PlanReview(Day, Day, given) };

    private static Household Of(PlanSummary plan) =>
        SomeHousehold.Of() with
        {
            Members = [SomePlan.Member("I10") with { Plan = plan }],
            PhysicianId = "P441402004-01",
            Team = [new TeamMember("cardiology", "P441402-01"), new TeamMember("pharmacy", "P4414-03")],
        };
}
