using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Households;
using static Alleviation.Tests.FollowUps.VisitDecisions;

namespace Alleviation.Tests.FollowUps;

/// <summary>Visits that follow one another, that are sent late or again, and calls between them.</summary>
public sealed class VisitOrderRulesTests
{
    [Fact]
    public void SentAgain_IsKnownByItsIdAndContent_HoweverLate()
    {
        var partition = After(Partition(), Save(Partition(), Checked()));
        var later = new VisitDecision(SomeVisit.Forms, new ReadingKinds(SomePlan.Seeds), Now.AddYears(2));

        var again = later.On(partition, 1, Id, Checked(), [], SomeHousehold.Worker);
        var other = later.On(partition, 1, Id, Checked() with { Fingerprint = "other" }, [], SomeHousehold.Worker);

        Assert.Equal((SaveVisitOutcome.SavedBefore, null), (again.Outcome.Outcome, again.Next));
        Assert.Equal((SaveVisitOutcome.IdTaken, null), (other.Outcome.Outcome, other.Next));
    }

    [Fact]
    public void SecondVisitOutOfControl_IsReferred_AlsoWhereNoPlanCounts()
    {
        foreach (var partition in new[] { Partition(), Partition(isPlanned: false) })
        {
            var first = Save(partition, Checked("""{"systolic":150}""", at: Now.AddDays(-14)));
            var second = Decide(After(partition, first), Checked("""{"systolic":150}"""), SomeHousehold.Worker, id: OtherId);

            Assert.Equal((1, 2), (first.Outcome.Visit!.Result.InARow, second.Outcome.Visit!.Result.InARow));
            Assert.Contains("referUp", second.Outcome.Visit.Result.Actions);
        }
    }

    [Fact]
    public void VisitSentLate_CountsFromTheOneBeforeIt()
    {
        var partition = After(Partition(), Save(Partition(), Checked("""{"systolic":150}""")));

        var late = Decide(partition, Checked("""{"systolic":150}""", at: Now.AddDays(-1)), SomeHousehold.Worker, id: OtherId);

        Assert.Equal(1, late.Outcome.Visit!.Result.InARow);
        // The later visit says how the member is, and what is due.
        Assert.Equal((On, On.AddDays(14)), (late.Next!.Members[0].Ledgers[0].LastOn, late.Next.Members[0].Plan!.FollowUps[0].DueOn));
    }

    [Fact]
    public void VisitSentLate_SettlesWhatWasDueThen()
    {
        var due = On.AddDays(14);
        var partition = After(Partition(), Save(Partition(), Checked()));

        var late = Decide(partition, Checked(at: Now.AddDays(-1)), SomeHousehold.Worker, id: OtherId);

        var marks = late.Changes.Put(VisitLog.StoredAs.Of(1))!.Marks;
        Assert.Equal([OtherId.Value, Id.Value], marks.Select(mark => mark.Id));
        Assert.Equal([due, On.AddDays(89)], marks.Select(mark => mark.DueOn!.Value));
        Assert.Equal([(2, 2)], late.Next!.Members[0].Ledgers[0].Months.Select(month => (month.Due, month.OnTime)));
    }

    [Theory]
    // Due in 14 days. A call that finds nothing leaves that, one that finds something moves it; a person may ask for an earlier one.
    [InlineData("2", "{}", null, 90)]
    [InlineData("3", "{}", null, 14)]
    [InlineData("3", """{"systolic":150}""", null, 14)]
    [InlineData("2", "{}", 30, 30)]
    [InlineData("3", "{}", 7, 7)]
    public void NextVisit_IsWhatWasAskedFor_OrWhatTheRulesSay(string contactMode, string changes, int? asked, int expected)
    {
        var visit = Checked(changes) with { ContactMode = contactMode, NextDueOn = asked is { } days ? On.AddDays(days) : null };

        var update = Save(Partition(), visit);

        Assert.Equal(On.AddDays(expected), update.Outcome.Visit!.NextDueOn);
        Assert.Equal(On.AddDays(expected), update.Next!.Members[0].Plan!.FollowUps[0].DueOn);
        Assert.Equal(contactMode == "2" ? 1 : 0, update.Next.Members[0].Ledgers.Count);
    }

    [Fact]
    public void CallWhereThePlanHasALaterVisit_BringsItForward()
    {
        var partition = Partition(dueOn: On.AddDays(60));

        Assert.Equal(On.AddDays(14), Save(partition, Checked("""{"systolic":150}""") with { ContactMode = "3" }).Outcome.Visit!.NextDueOn);
        Assert.Equal(On.AddDays(60), Save(partition, Checked() with { ContactMode = "3" }).Outcome.Visit!.NextDueOn);
    }

    [Fact]
    public void ScheduleRemembersWhatWasOutOfControl_WhereTheVisitIsKnownNoMore()
    {
        var result = Save(Partition(outOfControl: 1), Checked("""{"systolic":150}""")).Outcome.Visit!.Result;

        Assert.Equal(2, result.InARow);
        Assert.Contains("referUp", result.Actions);
    }

    [Fact]
    public void VisitSentLate_BetweenTwo_CountsFromTheEarlier()
    {
        var first = After(Partition(), Save(Partition(), Checked("""{"systolic":150}""", at: Now.AddDays(-20))));
        var second = After(first, Decide(first, Checked(), SomeHousehold.Worker, id: OtherId));
        var third = ClientId.TryParse(new string('3', 32), out var id) ? id : default;

        var late = Decide(second, Checked("""{"systolic":150}""", at: Now.AddDays(-10)), SomeHousehold.Worker, id: third);

        Assert.Equal(2, late.Outcome.Visit!.Result.InARow);
    }
}
