using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Records;
using Alleviation.Tests.Households;
using static Alleviation.Tests.FollowUps.VisitDecisions;

namespace Alleviation.Tests.FollowUps;

/// <summary>What becomes of a visit on the household as it was read.</summary>
public sealed class VisitDecisionRulesTests
{
    [Fact]
    public void Visit_IsSavedWithAllThatFollows()
    {
        var update = Save(Partition(), Checked("""{"systolic":150}""", note: "家属陪同"));

        var visit = update.Outcome.Visit!;
        Assert.Equal(SaveVisitOutcome.Saved, update.Outcome.Outcome);
        Assert.Equal(
            (1, Form, Now, "2", "worker", "家属陪同"),
            (visit.Member, visit.Form, visit.At, visit.ContactMode, visit.By, visit.Note)
        );
        Assert.Equal((On.AddDays(14), "2", 1), (visit.NextDueOn, visit.Result.Outcome, visit.Result.InARow));
        Assert.Equal(visit, update.Changes.Put(Visit.StoredAs.PastOf(1, visit.Id)));

        var entry = update.Changes.OfType<PutDocument<Entry>>().Single().Document;
        Assert.Equal(("visit", visit.Id, "worker", Form, "家属陪同"), (entry.Kind, entry.Id, entry.By, entry.Reference, entry.Note));
        Assert.Equal([new Reading("systolic", 150, "mmHg", Now), new Reading("diastolic", 80, "mmHg", Now)], entry.Readings);
        Assert.Equal(
            ("2", "2", false, "2026-12-07"),
            (
                entry.Facts["outcome"].GetString(),
                entry.Facts["contactMode"].GetString(),
                entry.Facts["urgent"].GetBoolean(),
                entry.Facts["nextDueOn"].GetString()
            )
        );
        Assert.Equal("adjust", entry.Facts["actions"][0].GetString());
        Assert.Equal(150, entry.Facts["answers"].GetProperty("systolic").GetInt32());
        Assert.Equal(2, update.Changes.Put(HealthRecord.StoredAs.Of(1))!.LatestReadings.Count);
        Assert.Equal(On.AddDays(14), update.Changes.Put(MemberCare.StoredAs.Of(1))!.Schedule.FollowUps[0].NextDueOn);

        var member = update.Next!.Members[0];
        Assert.Equal((Now, On.AddDays(14)), (member.LastEntryAt, member.Plan!.FollowUps[0].DueOn));
        Assert.Equal("other", update.Next.Members[1].Name);
        Assert.Null(update.Next.Members[1].LastEntryAt);
        var ledger = Assert.Single(member.Ledgers);
        Assert.Equal((Form, On, false, false), (ledger.Form, ledger.LastOn, ledger.InControl, ledger.Void));
        Assert.Equal([new LedgerMonth(LedgerMonth.Of(On), 1, 1)], ledger.Months);
        Assert.Equal((150, 80), (ledger.Values!["systolic"], ledger.Values["diastolic"]));
    }

    [Fact]
    public void WhoMayNotCare_AndWhoIsNotThere_LookAlike()
    {
        Assert.Equal(SaveVisitOutcome.NotFound, Outcome(Decide(Partition(), Checked(), SomeHousehold.Stranger)));
        Assert.Equal(SaveVisitOutcome.NotFound, Outcome(Decide(Partition(), Checked(), SomeHousehold.Worker, member: 3)));
        Assert.Equal(SaveVisitOutcome.Saved, Outcome(Decide(Partition(), Checked(), SomeHousehold.Responsible)));
    }

    [Fact]
    public void WhatTheChecksFound_IsToldAndNothingIsChanged()
    {
        FieldError[] errors = [new("at", "required")];

        var update = Decision.On(Partition(), 1, Id, null, errors, SomeHousehold.Worker);

        Assert.Equal((SaveVisitOutcome.Invalid, null), (update.Outcome.Outcome, update.Next));
        Assert.Equal(errors, update.Outcome.Errors);
        Assert.Equal(SaveVisitOutcome.NotFound, Decision.On(Partition(), 1, Id, null, errors, SomeHousehold.Stranger).Outcome.Outcome);
    }

    [Fact]
    public void VisitAtATimeThatCannotBe_IsRefused() =>
        Assert.Equal("in-the-future", Save(Partition(), Checked(at: Now.AddHours(1))).Outcome.Errors.Single().Code);

    [Fact]
    public void AgeAtTheVisit_Decides()
    {
        var old = Partition(bornOn: On.AddYears(-65));

        Assert.True(Save(old, Checked("""{"systolic":149}""")).Outcome.Visit!.Result.InControl);
        Assert.False(Save(old, Checked("""{"systolic":149}""", at: Now.AddDays(-1))).Outcome.Visit!.Result.InControl);
    }

    [Fact]
    public void WithoutAPlan_NothingIsSettled_AndAnUrgentVisitLeavesATask()
    {
        var update = Save(Partition(isPlanned: false), Checked("""{"systolic":180}"""));

        Assert.Null(update.Changes.Put(VisitLog.StoredAs.Of(1))!.Marks.Single().DueOn);
        Assert.Empty(update.Next!.Members[0].Ledgers.Single().Months);
        Assert.Equal(("followUp", On.AddDays(14)), (update.Next.Tasks.Single().Kind, update.Next.Tasks.Single().DueOn));
        Assert.Null(update.Changes.Put(MemberCare.StoredAs.Of(1)));
        Assert.Empty(Save(Partition(), Checked("""{"systolic":180}""")).Next!.Tasks);
    }

    [Fact]
    public void FollowUpsThatAreOver_SettleNothing()
    {
        var update = Save(Partition(dueOn: On.AddDays(5), endsOn: On), Checked());

        Assert.Null(update.Changes.Put(VisitLog.StoredAs.Of(1))!.Marks.Single().DueOn);
    }

    [Fact]
    public void LedgersOfOtherForms_AndThatOnesAreNotTold_StayAsTheyAre()
    {
        var other = new FollowUpLedger("type2Diabetes", On.AddDays(-40), true, [new LedgerMonth(LedgerMonth.Of(On), 1, 1)]);
        var own = new FollowUpLedger(Form, On.AddDays(-90), true, [new LedgerMonth(LedgerMonth.Of(On), 1, 0)]) { Void = true };
        var partition = Partition();
        var household = partition.Household with
        {
            Members = [partition.Household.Members[0] with { Ledgers = [own, other] }, partition.Household.Members[1]],
        };

        var ledgers = Save(partition with { Stored = partition.Stored with { Household = household } }, Checked()).Next!.Members[0].Ledgers;

        Assert.Equal(other, ledgers[0]);
        Assert.Equal((Form, On, true), (ledgers[1].Form, ledgers[1].LastOn, ledgers[1].Void));
        Assert.Equal([new LedgerMonth(LedgerMonth.Of(On), 2, 1)], ledgers[1].Months);
    }

    [Fact]
    public void Mark_SaysWhatWasDue_AndHowOften()
    {
        var mark = Save(Partition(), Checked()).Changes.Put(VisitLog.StoredAs.Of(1))!.Marks.Single();

        Assert.Equal((Id.Value, Form, Now, "fingerprint"), (mark.Id, mark.Form, mark.At, mark.Fingerprint));
        Assert.Equal((On.AddDays(14), On.AddDays(90), 90, 0, true), (mark.DueOn, mark.NextDueOn, mark.EveryDays, mark.InARow, mark.Counts));
    }

    [Fact]
    public void FormThatThePlanDoesNotAskFor_SettlesNothing()
    {
        var general = Checked() with { Form = SomeVisit.Forms.Find("general")!, Answers = SomeVisit.Checked("general").Answers };

        var mark = Save(Partition(), general).Changes.Put(VisitLog.StoredAs.Of(1))!.Marks.Single();

        Assert.Equal(("general", null, 0), (mark.Form, mark.DueOn, mark.EveryDays));
    }
}
