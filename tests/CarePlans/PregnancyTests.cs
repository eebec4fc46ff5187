using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Contracts;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Households;
using Alleviation.Tests.Medication;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>Pregnancy, childbirth and the newborn (国家基本公共卫生服务规范, 2017): who is visited when, and until when.</summary>
public sealed class PregnancyTests
{
    private static readonly DateOnly Today = SomePlan.Today;

    /// <summary>
    /// From every week on which the next visit is asked for, it falls into the next of the windows that the specification names.
    /// </summary>
    [Theory]
    [InlineData(6, 16, 20)]
    [InlineData(8, 16, 20)]
    [InlineData(12, 16, 20)]
    [InlineData(15, 16, 20)]
    [InlineData(16, 21, 24)]
    [InlineData(18, 21, 24)]
    [InlineData(20, 21, 24)]
    [InlineData(21, 28, 36)]
    [InlineData(24, 28, 36)]
    [InlineData(27, 28, 36)]
    [InlineData(28, 37, 40)]
    [InlineData(30, 37, 40)]
    [InlineData(33, 37, 40)]
    [InlineData(34, 37, 40)]
    [InlineData(36, 37, 40)]
    [InlineData(39, 37, 40)]
    public void NextAntenatalVisit_FallsIntoItsWeeks(int week, int from, int to)
    {
        var next = SomeVisit.Decided("antenatalVisit", $$"""{"gestationalWeeks":{{week}}}""", everyDays: 70).NextDueOn;

        Assert.InRange(week + ((next.DayNumber - SomeVisit.On.DayNumber) / 7m), from, to);
    }

    [Theory]
    [InlineData("""{"systolic":160}""", true)]
    [InlineData("""{"diastolic":110}""", true)]
    [InlineData("""{"dangerSigns":["bleeding"]}""", true)]
    [InlineData("""{"dangerSigns":["movement"]}""", true)]
    [InlineData("""{"systolic":145}""", false)]
    public void DangerInPregnancy_IsReferredAtOnce(string changes, bool urgent)
    {
        var result = SomeVisit.Decided("antenatalVisit", changes);

        Assert.Equal((urgent, "2", SomeVisit.On.AddDays(14)), (result.Urgent, result.Outcome, result.NextDueOn));
    }

    [Fact]
    public void PregnantWoman_IsVisited_AndIsNotSick()
    {
        var care = Draft(new DateOnly(1996, 1, 1), Today.AddDays(-2), "Z34")!;

        Assert.Equal(["antenatalVisit"], care.Plan.FollowUps.Select(visit => visit.Form));
        Assert.Contains("obstetrics", care.Plan.Disciplines);
        Assert.Empty(care.Plan.Batches);
        Assert.False(SomePlan.Member("Z34").IsSick);
        Assert.True(SomePlan.Member("O14").IsSick);
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(3, 4)]
    [InlineData(9, 0)]
    public void FirstVisitAfterChildbirth_IsWithinSevenDaysOfIt(int daysAgo, int dueIn) =>
        Assert.Equal(
            Today.AddDays(dueIn),
            Assert.Single(Draft(new DateOnly(1996, 1, 1), Today.AddDays(-daysAgo), "Z39")!.Schedule.FollowUps).NextDueOn
        );

    [Fact]
    public void Newborn_IsVisitedInTheFirstWeeks_AndNotAfterThem()
    {
        Assert.Equal(Today.AddDays(5), Assert.Single(Draft(Today.AddDays(-2), null, "Z38")!.Schedule.FollowUps).NextDueOn);
        Assert.Null(Draft(Today.AddDays(-60), null, "Z38"));
        Assert.Equal(SomeVisit.On.AddDays(21), SomeVisit.Decided("newbornVisit", """{"ageInDays":7}""").NextDueOn);
    }

    [Fact]
    public async Task VisitAndExaminationAfterChildbirth_AreAll()
    {
        var mother = Some.Member("0", "19960101", male: false, "Z39");
        ((List<Dictionary<string, object?>>)mother["conditions"]!)[0]["diagnosedOn"] = "2026-10-12";
        await using var scene = await MedicationScene.StartAsync(mother);
        Assert.Equal("postnatalVisit", Assert.Single((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps).Form);

        await VisitAsync(6);
        Assert.Equal(new DateOnly(2026, 11, 22), Assert.Single((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps).DueOn);
        await VisitAsync(42);

        Assert.Empty((await scene.HouseholdAsync()).Members[0].Plan!.FollowUps);

        // The birth was on 12 October, today is 23 November.
        async Task VisitAsync(int day) =>
            await scene.Talk.CallAsync(
                "Visits_Save",
                201,
                SomeVisit.Body(
                    "postnatalVisit",
                    new DateTimeOffset(2026, 10, 12, 1, 0, 0, TimeSpan.Zero).AddDays(day),
                    $$"""{"postnatalDays":{{day}}}"""
                ),
                scene.Path(("visitId", SomeVisit.Id())),
                by: scene.Worker
            );
    }

    [Fact]
    public void EveryPackage_HasItsLines()
    {
        var household = SomeHousehold.Of(SomePlan.Member("Z34", "Z39", "Z38"));

        Assert.All(
            new ServicePackages(SomePlan.Seeds).All,
            package =>
                Assert.Superset(
                    new HashSet<string> { "antenatalVisit 5", "postnatalVisit 2", "newbornVisit 2" },
                    Functions
                        .Contracts.Contract.Promise(package, household, 2026)
                        .Select(service => $"{service.Service} {service.PerYear}")
                        .ToHashSet()
                )
        );
    }

    private static MemberCare? Draft(DateOnly bornOn, DateOnly? diagnosedOn, string condition) =>
        CarePlanDraft.For(
            SomePlan.Member(condition) with
            {
                BornOn = bornOn,
            },
            new HealthRecord(1, "44140200400100001", Today) { Conditions = [new Condition(condition, diagnosedOn)] },
            SomePlan.Pathways.All,
            new ConditionKinds(SomePlan.Seeds),
            Today
        );
}
