using System.Text.Json;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Tests.FollowUps;

/// <summary>What comes next after a visit, in time or sent late, face to face or by telephone.</summary>
public sealed class ScheduleAfterVisitRulesTests
{
    private static readonly DateOnly On = SomeVisit.On;
    private static readonly DateTimeOffset At = ChinaTime.StartOf(On).AddHours(9);
    private static readonly Later None = new(null, null);
    private static readonly VisitMark Next = new("next", "", "hypertension", At.AddDays(3), On, On.AddDays(90), 90, 0);

    [Fact]
    public void Visit_MovesItsFollowUp_AndNoOther()
    {
        var other = new ScheduledFollowUp("type2Diabetes", 90, On.AddDays(20));

        var after = After(Visit("""{"systolic":150}"""), Scheduled(On.AddDays(5)), other);

        Assert.Equal(Scheduled(On.AddDays(14)) with { LastOn = On, LastOutcome = "2", OutOfControl = 1 }, after.FollowUps[0]);
        Assert.Equal(other, after.FollowUps[1]);
    }

    [Theory]
    // In control the next is due in 90 days: a call leaves an earlier one where it is.
    [InlineData("{}", 5, 5)]
    [InlineData("{}", 100, 90)]
    [InlineData("""{"systolic":150}""", 20, 14)]
    [InlineData("""{"systolic":150}""", 14, 14)]
    public void Call_OnlyBringsTheFollowUpForward(string changes, int dueIn, int expected)
    {
        var call = Visit(changes) with { ContactMode = "3" };

        var followUp = Assert.Single(After(call, Scheduled(On.AddDays(dueIn))).FollowUps);

        Assert.Equal((On.AddDays(expected), null), (followUp.NextDueOn, followUp.LastOn));
        Assert.Equal((call.Result.Outcome, call.Result.InARow), (followUp.LastOutcome, followUp.OutOfControl));
    }

    [Fact]
    public void VisitSentLate_MovesNothing()
    {
        var before = new CareSchedule([Scheduled(On.AddDays(5))], []);

        Assert.Equal(before.FollowUps, Of(before, Visit(), [], new Later(Next, Next)).FollowUps);
        Assert.Equal(before.FollowUps, Of(before, Visit() with { ContactMode = "3" }, [], new Later(Next, null)).FollowUps);
        // The later one was a call, which settled nothing.
        Assert.NotEqual(before.FollowUps, Of(before, Visit(), [], new Later(Next, null)).FollowUps);
    }

    [Theory]
    [InlineData(15, 14)]
    [InlineData(14, 14)]
    [InlineData(3, 3)]
    public void UrgentVisitByAFormThatThePlanDoesNotAskFor_BringsTheFirstFollowUpForward(int dueIn, int expected)
    {
        var (first, second) = (
            new ScheduledFollowUp("type2Diabetes", 90, On.AddDays(dueIn)),
            new ScheduledFollowUp("tuberculosis", 30, On.AddDays(40))
        );

        var after = After(Visit("""{"systolic":190}"""), second, first);

        Assert.Equal([second.NextDueOn, On.AddDays(expected)], after.FollowUps.Select(followUp => followUp.NextDueOn));
        Assert.Equal([second, first], After(Visit("""{"systolic":150}"""), second, first).FollowUps);
    }

    [Fact]
    public void UrgentVisitByAPlannedForm_MovesItsOwnFollowUpAlone()
    {
        var other = new ScheduledFollowUp("type2Diabetes", 90, On.AddDays(20));

        Assert.Equal(other, After(Visit("""{"systolic":190}"""), other, Scheduled(On.AddDays(60))).FollowUps[0]);
    }

    [Fact]
    public void UrgentReading_StandsUntilItIsMeasuredAgain()
    {
        var (systolic, glucose) = (Urgent("systolic", 190), Urgent("fastingGlucose", 18));
        var weight = Urgent("weight", 30);
        var before = new CareSchedule([Scheduled(On)], [systolic, glucose]);
        // A reading that the form asks for, and the visit did not take.
        Assert.Equal([weight], Of(new CareSchedule([Scheduled(On)], [weight]), Visit(), Measured(("weight", 30)), None).Urgencies);

        Assert.Equal([glucose], Of(before, Visit(), Measured(("systolic", 130), ("diastolic", 80)), None).Urgencies);

        var again = Of(before, Visit("""{"systolic":185}"""), Measured(("systolic", 185), ("diastolic", 80)), None).Urgencies;
        Assert.Equal(glucose, again[0]);
        Assert.Equal(("systolic", 185m, At, null), (again[1].Reading, again[1].Value, again[1].TakenAt, again[1].Form));
        Assert.NotNull(again[1].Action);
    }

    [Fact]
    public void ReadingOlderThanTheNewest_RaisesAndSettlesNothing()
    {
        var before = new CareSchedule([Scheduled(On)], [Urgent("systolic", 190)]);
        var newer = new Reading("systolic", 188, "mmHg", At.AddHours(1));
        var diastolic = new Reading("diastolic", 80, "mmHg", At);

        Assert.Equal(before.Urgencies, Of(before, Visit(), [newer], None).Urgencies);
        Assert.Equal(before.Urgencies, Of(before, Visit(), [newer, diastolic], None).Urgencies);
        Assert.Equal(before.Urgencies, Of(before, Visit("""{"diastolic":115}"""), [newer], None).Urgencies);
    }

    [Fact]
    public void DangerSign_StandsUntilAVisitByTheSameFormFindsItGone()
    {
        var sign = new Urgency(null, null, At.AddDays(-1), null, "hypertension");
        var elsewhere = sign with { Form = "type2Diabetes" };
        var before = new CareSchedule([Scheduled(On)], [sign, elsewhere]);

        Assert.Equal([elsewhere], Of(before, Visit(), [], None).Urgencies);
        Assert.Equal([sign, elsewhere], Of(before, Visit(), [], new Later(Next, null)).Urgencies);
        var found = Of(before, Visit("""{"dangerSigns":["vision"]}"""), [], None).Urgencies;
        Assert.Equal((null, null, "hypertension"), (found[1].Reading, found[1].Value, found[1].Form));
        Assert.Equal(2, Of(before, Visit("""{"dangerSigns":["vision"]}"""), [], new Later(Next, null)).Urgencies.Count);
    }

    private static CareSchedule After(Visit visit, params ScheduledFollowUp[] followUps) =>
        Of(new CareSchedule(followUps, []), visit, [], None);

    private static CareSchedule Of(CareSchedule before, Visit visit, IReadOnlyList<Reading> latest, Later later) =>
        ScheduleAfterVisit.Of(before, SomeVisit.Forms.Find("hypertension")!, visit, latest, later);

    private static ScheduledFollowUp Scheduled(DateOnly dueOn) => new("hypertension", 90, dueOn);

    private static Urgency Urgent(string reading, decimal value) => new(reading, value, At.AddDays(-1), null);

    private static List<Reading> Measured(params (string Code, decimal Value)[] readings) =>
        [.. readings.Select(reading => new Reading(reading.Code, reading.Value, "mmHg", At))];

    private static Visit Visit(string changes = "{}")
    {
        var answers = SomeVisit.AnswersSent("hypertension", changes).Deserialize<Dictionary<string, JsonElement>>()!;
        var result = SomeVisit.Decided("hypertension", changes);
        return new Visit("a", 1, "hypertension", At, "2", "worker", answers, null, result, result.NextDueOn, "fingerprint");
    }
}
