using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>How a plan ends with its member, and what the content of a plan has to be.</summary>
public sealed class PlanEndRulesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly MemberLeaving Leaving = new(1, new Departure(SomePlan.Today, "died"), "已故", "worker", At);

    [Fact]
    public void WhoLeaves_HasThePlanCancelled_WithTheReason()
    {
        var care = SomePlan.InForce("I10");
        var household = SomeHousehold.Of(SomePlan.Member("I10") with { Plan = care.Summarise() }, SomePlan.Member() with { Number = 2 });
        var partition = SomeHousehold.With(household, MemberCare.StoredAs.Of(1).Put(care), CarePlan.InForceStoredAs.Of(1).Put(care.Plan));
        var end = new PlanEnd().End(partition, household, Leaving);
        var plan = end.Changes.Put(MemberCare.StoredAs.Of(1))!.Plan;
        Assert.Equal((4, CarePlanStatus.Cancelled), (plan.Version, plan.Status));
        Assert.Equal(
            (PlanStep.Cancel, "worker", SomeHousehold.Physician, At, "已故", "died"),
            (plan.Made!.Step, plan.Made.By, plan.Made.PhysicianId, plan.Made.At, plan.Made.Reason, plan.Made.Departure)
        );
        Assert.Equal("cancelled", end.Household.Members[0].Plan!.Status);
        Assert.Null(end.Household.Members[1].Plan);
        Assert.DoesNotContain(end.Household.OpenTasks, task => task.Kind == HouseholdTask.ActivityKind);
        var entry = end.Changes.OfType<PutDocument<Entry>>().Single().Document;
        Assert.Equal(("carePlan", "v4", "worker", "cancel", "已故"), (entry.Kind, entry.Id, entry.By, entry.Reference, entry.Note));
        Assert.Equal((4, "cancelled"), (entry.Facts["version"].GetInt32(), entry.Facts["status"].GetString()));
        Assert.Equal(
            "",
            new PlanEnd()
                .End(partition, household with { PhysicianId = null }, Leaving)
                .Changes.Put(MemberCare.StoredAs.Of(1))!
                .Plan.Made!.PhysicianId
        );
    }

    [Theory]
    [InlineData(CarePlanStatus.Completed, true)]
    [InlineData(CarePlanStatus.Cancelled, true)]
    [InlineData(CarePlanStatus.Draft, false)]
    [InlineData(CarePlanStatus.UnderReview, false)]
    public void PlanThatIsOver_StaysAsItIs(CarePlanStatus status, bool isOver)
    {
        var care = SomePlan.Draft("I10");
        var household = SomeHousehold.Of(SomePlan.Member("I10"));
        var partition = SomeHousehold.With(
            household,
            MemberCare.StoredAs.Of(1).Put(care with { Plan = care.Plan with { Status = status } })
        );
        Assert.Equal(isOver, new PlanEnd().End(partition, household, Leaving).Changes.Count == 0);
        Assert.Empty(new PlanEnd().End(SomeHousehold.With(household), household, Leaving).Changes);
    }

    [Theory]
    [InlineData("hypertension", 30, 0, null)]
    [InlineData("hypertension", 30, 366, null)]
    [InlineData("hypertension", 30, -1, "visitsPerYear out-of-range")]
    [InlineData("hypertension", 30, 367, "visitsPerYear out-of-range")]
    [InlineData("hypertension", 30, null, "visitsPerYear required")]
    [InlineData("hypertension", null, 4, "everyDays required")]
    [InlineData(null, 30, 4, "form required")]
    [InlineData("general", 30, 4, null)]
    [InlineData("gout", 30, 4, "form unknown-value")]
    [InlineData("takenOut", 30, 4, null)]
    public void AgreedVisit_IsByAFormThatThereIs_OrThatThePlanHad(string? form, int? everyDays, int? visits, string? expectedError)
    {
        var known = new FollowUp("takenOut", 90, 4) { EndsOn = SomePlan.Today.AddDays(60), Pathway = "old" };
        var plan = SomePlan.Draft("I10").Plan with { FollowUps = [known] };
        var check = new CarePlanCheck(new ReadingKinds(SomePlan.Seeds), new CodeLists(SomePlan.Seeds), SomePlan.Pathways);
        var (content, errors) = check.Check(
            new CarePlanRequest([], [], [new FollowUpRequest(form, everyDays, visits)]),
            plan,
            SomePlan.Today
        );
        Assert.Equal(
            expectedError is null ? null : $"followUps[0].{expectedError}",
            errors.Select(error => $"{error.Field} {error.Code}").SingleOrDefault()
        );
        Assert.Equal(expectedError is null && form == "takenOut" ? known.EndsOn : null, content?.FollowUps[0].EndsOn);
        Assert.Same(
            known,
            check.Check(new CarePlanRequest([], [], [new FollowUpRequest("takenOut", 90, 4)]), plan, SomePlan.Today).Content!.FollowUps[0]
        );
    }

    [Fact]
    public void FactsOfAnEntry_AreThoseThatThereAre() =>
        Assert.Equal(
            ["version", "missing"],
            CarePlanEntries.Facts(("version", 3), ("none", null), ("empty", Array.Empty<string>()), ("missing", new[] { "pharmacy" })).Keys
        );

    [Fact]
    public void PlanOfThreeLists_HasEachOfThem_AndNothingTwice()
    {
        var check = new CarePlanCheck(new ReadingKinds(SomePlan.Seeds), new CodeLists(SomePlan.Seeds), SomePlan.Pathways);
        var form = SomePlan.FormOf(SomePlan.Draft("I10").Plan, english: false);
        var twice = new CarePlanRequest([], [form.Activities![0], form.Activities[0]], [form.FollowUps![0], form.FollowUps[0]]);
        Assert.Equal(["goals required", "activities required", "followUps required"], Errors(new CarePlanRequest(null, null, null)));
        Assert.Equal(["activities[1].code twice", "followUps[1].form twice"], Errors(twice));
        IEnumerable<string> Errors(CarePlanRequest given) =>
            check.Check(given, SomePlan.Draft("I10").Plan, SomePlan.Today).Errors.Select(error => $"{error.Field} {error.Code}");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Plan_FitsItsRow(int extraBytes, bool isTooLarge)
    {
        var empty = new PlanContent([], [SomePlan.Activity("a") with { Label = new Label("", "") }], []);
        var room = PlanContent.Largest - System.Text.Encoding.UTF8.GetByteCount(Functions.Platform.Storage.StoredJson.Write(empty));
        var filled = empty with { Activities = [empty.Activities[0] with { Label = new Label(new string('a', room + extraBytes), "") }] };
        Assert.Equal(isTooLarge, filled.IsTooLarge);
    }

    [Theory]
    [InlineData(CarePlanStatus.Draft, false, false)]
    [InlineData(CarePlanStatus.UnderReview, true, false)]
    [InlineData(CarePlanStatus.Active, false, true)]
    [InlineData(CarePlanStatus.UnderRevision, true, true)]
    [InlineData(CarePlanStatus.Completed, false, false)]
    [InlineData(CarePlanStatus.Cancelled, false, false)]
    public void Status_SaysWhatWaits_AndWhatIsInForce(CarePlanStatus status, bool isUndecided, bool isInForce) =>
        Assert.Equal((isUndecided, isInForce), (status.IsUndecided(), status.IsInForce()));
}
