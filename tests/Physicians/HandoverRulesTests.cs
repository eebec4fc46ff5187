using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Physicians;

/// <summary>What waits for whom once another physician is responsible; HandoverTests has the kinds that go with a person.</summary>
public sealed class HandoverRulesTests
{
    private const string Next = "P441402004-02";
    private const string Heart = "P441402-02";
    private const string Another = "P441402-77";
    private static readonly TeamMember[] Team = [new TeamMember("cardiology", Heart)];

    [Theory]
    [InlineData("contract")]
    [InlineData("guidance")]
    [InlineData("medicationReview")]
    [InlineData("question")]
    [InlineData("testReport")]
    [InlineData("conference")]
    public void WhatGoesWithBeingResponsible_IsTakenOver_FromTheResponsibleAlone(string kind)
    {
        Assert.Equal(Next, After(SomeHousehold.Physician, kind, SomeHousehold.Physician));
        Assert.Equal(Heart, After(SomeHousehold.Physician, kind, Heart));
        Assert.Equal(Another, After(SomeHousehold.Physician, kind, Another));
    }

    [Fact]
    public void WhereNobodyWasResponsible_WhatWaitsForSomebodyOutsideTheTeamIsTakenOver()
    {
        Assert.Equal(Next, After(null, "question", Another));
        Assert.Equal(Heart, After(null, "question", Heart));
    }

    [Theory]
    [InlineData(SomeHousehold.Physician, 2)]
    [InlineData(Next, 1)]
    public void GuestOfATransfer_GoesWithIt_WhereAnotherIsResponsible(string physician, int guests)
    {
        var household = SomeHousehold.Of(SomePlan.Member()) with
        {
            Guests = [new Guest(Heart, "transfer:1"), new Guest(Heart, "referral:2")],
        };

        Assert.Equal(guests, Handover.To(household, physician, Team).Guests.Count);
    }

    private static string? After(string? responsible, string kind, string waitsFor)
    {
        var household = SomeHousehold.Of(SomePlan.Member()) with
        {
            PhysicianId = responsible,
            Team = Team,
            Tasks = [new HouseholdTask(kind, "1", 1, SomePlan.Today, For: waitsFor)],
        };
        return Assert.Single(Handover.To(household, Next, Team).Tasks).For;
    }
}
