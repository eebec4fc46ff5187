using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Seeds;

namespace Alleviation.Tests.CarePlans;

public sealed class CarePlanDraftTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly ConditionKinds Conditions = new(new SeedFolder());
    private static readonly IReadOnlyList<Pathway> Pathways = SeedFiles.Pathways;

    [Fact]
    public void HealthyAdult_NeedsNoPlan() => Assert.Null(Draft("1990-01-01", []));

    [Fact]
    public void TwoConditions_GiveOnePlan_InWhichNothingStandsTwice()
    {
        var plan = Draft("1970-01-01", ["I10", "E11"])!;
        Assert.Equal(["hypertension", "type2Diabetes"], plan.Pathways.Order());
        Assert.Equal(plan.Activities.Count, plan.Activities.DistinctBy(activity => activity.Code).Count());
        Assert.Equal(plan.Goals.Count, plan.Goals.DistinctBy(goal => (goal.Reading, goal.Comparison)).Count());
        Assert.Equal(plan.Disciplines.Count, plan.Disciplines.Distinct().Count());
        Assert.Single(DraftCare("1970-01-01", ["I10", "E11"])!.Schedule.FollowUps.Select(followUp => followUp.NextDueOn).Distinct());
        Assert.Equal(["chronicIllness"], plan.Batches);
    }

    [Fact]
    public void SharedActivity_KeepsTheShorterInterval()
    {
        var both = Draft("1970-01-01", ["I10", "E11"])!;
        foreach (var activity in both.Activities)
        {
            var shortest = Pathways
                .Where(pathway => both.Pathways.Contains(pathway.Code))
                .SelectMany(pathway => pathway.Activities)
                .Where(planned => planned.Code == activity.Code)
                .Min(ofPathway => ofPathway.EveryDays);
            Assert.Equal(shortest, activity.EveryDays);
        }
    }

    [Theory]
    [InlineData("1970-01-01", 140)]
    [InlineData("1961-11-24", 140)]
    [InlineData("1961-11-23", 150)]
    public void SystolicGoal_IsLooserFromSixtyFiveOn(string bornOn, int target)
    {
        var goal = Draft(bornOn, ["I10"])!.Goals.Single(goal => goal.Reading == "systolic");
        Assert.Equal((Comparison.Below, (decimal)target), (goal.Comparison, goal.Target));
    }

    [Fact]
    public void SixtyFiveAndHealthy_HasTheYearlyCheck() => Assert.Equal(["aged65"], Draft("1950-01-01", [])!.Pathways);

    [Fact]
    public void ConditionWithoutAPathwayOfItsOwn_TakesTheGeneralOne() => Assert.Equal(["general"], Draft("1980-01-01", ["J44"])!.Pathways);

    [Fact]
    public void Cancer_TakesTheGeneralPathway_WithItsOwnBatchAndSpecialist()
    {
        var plan = Draft("1970-01-01", ["C34"])!;
        Assert.Equal(["seriousIllness"], plan.Batches);
        Assert.Contains("oncology", plan.Disciplines);
    }

    [Theory]
    [InlineData("systolic", 180, true)]
    [InlineData("systolic", 179, false)]
    [InlineData("diastolic", 110, true)]
    [InlineData("diastolic", 109, false)]
    public void UrgentReading_BringsTheVisitWithinTwoWeeks(string reading, int value, bool urgent)
    {
        var schedule = DraftCare("1970-01-01", ["I10"], new Reading(reading, value, "mmHg", DateTimeOffset.UnixEpoch))!.Schedule;
        Assert.Equal(urgent, schedule.Urgencies.Count == 1);
        Assert.True(!urgent || schedule.FollowUps.All(followUp => followUp.NextDueOn <= Today.AddDays(14)));
    }

    [Fact]
    public void EveryCondition_GetsAPlan_WithAllFourKindsOfActivity()
    {
        foreach (var condition in new CodeLists(new SeedFolder()).All("conditions").Keys)
        {
            // A newborn is one for a few weeks.
            var plan = Draft(
                condition is "Z38" ? Today.AddDays(-3).ToString("O", System.Globalization.CultureInfo.InvariantCulture) : "1970-01-01",
                [condition]
            );
            Assert.NotNull(plan);
            Assert.Equal(4, plan.Activities.Select(activity => activity.Kind).Distinct().Count());
            Assert.Equal(SomePlan.Member(condition).IsSick, plan.Batches.Count > 0);
        }
    }

    private static CarePlan? Draft(string bornOn, IReadOnlyList<string> conditions) => DraftCare(bornOn, conditions)?.Plan;

    private static MemberCare? DraftCare(string bornOn, IReadOnlyList<string> conditions, params Reading[] readings) =>
        CarePlanDraft.For(
            new MemberSummary(1, "某人", "1", DateOnly.Parse(bornOn, System.Globalization.CultureInfo.InvariantCulture), conditions),
            new HealthRecord(1, "44140200400100001", Today) { LatestReadings = readings },
            Pathways,
            Conditions,
            Today
        );

    [Fact]
    public void LargestDraft_LeavesRoomInItsRow()
    {
        var largest = SomePlan.Draft("I10", "E11", "F20", "A15", "J44", "C34");
        Assert.InRange(
            System.Text.Encoding.UTF8.GetByteCount(Functions.Platform.Storage.StoredJson.Write(PlanContent.Of(largest.Plan))),
            1,
            PlanContent.Largest
        );
    }
}
