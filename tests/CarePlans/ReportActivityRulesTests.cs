using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.CarePlans;

/// <summary>A report that an activity was done or skipped, at each limit and just beyond it.</summary>
public sealed class ReportActivityRulesTests
{
    private static readonly DateOnly Today = SomePlan.Today;
    private static readonly DateTimeOffset Now = new(Today, new TimeOnly(9, 0), TimeSpan.FromHours(8));
    private static readonly ActivityReportRequest Done = new(ActivityOutcome.Done, Today, null, null);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "on in-the-future")]
    [InlineData(-366, null)]
    [InlineData(-367, "on too-long-ago")]
    public void Report_IsOfADayThatHasBeen_NotLongerThanAYearAgo(int inDays, string? expectedError) =>
        Assert.Equal(expectedError is null ? [] : new[] { expectedError }, ErrorsOf(Done with { On = Today.AddDays(inDays) }));

    [Fact]
    public void Skip_NeedsAReason_AndTextsHaveALimit()
    {
        Assert.Equal(["reason required"], ErrorsOf(Done with { Outcome = ActivityOutcome.Skipped }));
        Assert.Empty(ErrorsOf(Done with { Outcome = ActivityOutcome.Skipped, Reason = new string('长', 300) }));
        Assert.Equal(
            ["reason too-long", "note too-long"],
            ErrorsOf(Done with { Reason = new string('长', 301), Note = new string('长', 301) })
        );
        Assert.Equal(["outcome required", "on required"], ErrorsOf(new ActivityReportRequest(null, null, null, null)));
    }

    [Fact]
    public void Report_MovesTheActivity_AndIsEnteredAtItsMoment()
    {
        var update = Decide(Done with { Note = "一起散步" });

        Assert.Equal(CarePlanOutcome.Done, update.Outcome.Outcome);
        var activity = update.Changes.Put(MemberCare.StoredAs.Of(1))!.Schedule.Activities[0];
        Assert.Equal((Today, Today.AddDays(activity.EveryDays)), (activity.LastDoneOn, activity.NextDueOn));
        Assert.Equal("r", update.Changes.Put(ActivityReport.StoredAs.PastOf(1, "r"))!.Id);
        Assert.Equal((Now, "一起散步", "done"), Entered(update.Changes));
        // Told later, it stands at noon of its day.
        var skipped = new ActivityReportRequest(ActivityOutcome.Skipped, Today.AddDays(-1), "下雨", "明天再去");
        Assert.Equal((Now.AddHours(3).AddDays(-1), "下雨", "skipped"), Entered(Decide(skipped).Changes));

        static (DateTimeOffset, string?, string?) Entered(IEnumerable<DocumentChange> changes)
        {
            var entry = changes.OfType<PutDocument<Entry>>().Single().Document;
            return (entry.At, entry.Note, entry.Facts["outcome"].GetString());
        }
    }

    [Fact]
    public void ReportSentAgain_IsKnown_AndAnotherUnderItsIdIsRefused()
    {
        var known = Report(Done);

        Assert.Equal(CarePlanOutcome.DoneBefore, Decide(Done, known: known).Outcome.Outcome);
        Assert.Equal(CarePlanOutcome.ReportedDifferently, Decide(Done, known: known with { Fingerprint = "other" }).Outcome.Outcome);
        Assert.Equal(CarePlanOutcome.ReportedDifferently, Decide(Done, known: known with { Activity = "other" }).Outcome.Outcome);
        Assert.Equal(CarePlanOutcome.ReportedDifferently, Decide(Done, known: known with { By = "other" }).Outcome.Outcome);
    }

    [Fact]
    public void Report_IsOfAnActivityOfAPlanInForce_ByWhoMayReport()
    {
        Assert.Equal(CarePlanOutcome.NotFound, Decide(Done, activity: "none").Outcome.Outcome);
        Assert.Equal(CarePlanOutcome.NotNow, Decide(Done, CarePlanStatus.Draft).Outcome.Outcome);
        Assert.Equal(CarePlanOutcome.Invalid, Decide(Done with { On = null }).Outcome.Outcome);
        Assert.Null(Decide(Done with { On = null }).Next);
    }

    private static Functions.Changes.HouseholdUpdate<PlanOutcome> Decide(
        ActivityReportRequest given,
        CarePlanStatus status = CarePlanStatus.Active,
        ActivityReport? known = null,
        string? activity = null
    )
    {
        var care = SomePlan.InForce("I10");
        care = care with { Plan = care.Plan with { Status = status } };
        var partition = SomeHousehold.With(
            SomeHousehold.Of(SomePlan.Member("I10")),
            MemberCare.StoredAs.Of(1).Put(care),
            HealthRecord.StoredAs.Of(1).Put(new HealthRecord(1, null, null))
        );
        var code = activity ?? care.Schedule.Activities[0].Code;
        var (report, errors) = ReportActivityHandler.Check(code, "r", given, "sent", SomeHousehold.Worker, Today);
        return ReportActivityHandler.Decide(partition, 1, code, "r", report, errors, known, SomeHousehold.Worker, Now);
    }

    private static ActivityReport Report(ActivityReportRequest given) =>
        ReportActivityHandler
            .Check(SomePlan.InForce("I10").Schedule.Activities[0].Code, "r", given, "sent", SomeHousehold.Worker, Today)
            .Report!;

    private static IEnumerable<string> ErrorsOf(ActivityReportRequest given) =>
        ReportActivityHandler
            .Check("walk", "r", given, "sent", SomeHousehold.Worker, Today)
            .Errors.Select(error => $"{error.Field} {error.Code}");
}
