using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Tests.Records;

/// <summary>Who holds a citizen ID, once it is claimed, wanted by another household, and let go.</summary>
public sealed class IdentityRulesTests
{
    private const string Number = "44140200400100001";
    private static readonly HouseholdId Home = HouseholdId.OfFingerprint(new string('a', 32));
    private static readonly HouseholdId Other = HouseholdId.OfFingerprint(new string('b', 32));
    private static readonly HouseholdId Third = HouseholdId.OfFingerprint(new string('c', 32));
    private static readonly Identity Held = new(Home, 1, Number, 3);
    private static readonly Identity Free = new(null, 0, Number, 3);

    [Fact]
    public void SameClaimAgain_OnlyBecomesNewer()
    {
        Assert.Same(Held, Held.ClaimedAs(Wanted(Home, 1, since: 3)));
        Assert.Same(Held, Held.ClaimedAs(Wanted(Home, 1, since: 2)));
        Assert.Equal(Held with { Since = 4 }, Held.ClaimedAs(Wanted(Home, 1, since: 4)));
    }

    [Fact]
    public void AnotherMemberOfTheSameHousehold_ChangesNothing() => Assert.Same(Held, Held.ClaimedAs(Wanted(Home, 2, since: 4)));

    [Fact]
    public void OtherHouseholds_Wait_EachOnce_TheFirstOneFirst()
    {
        var both = Held.ClaimedAs(Wanted(Other, 5)).ClaimedAs(Wanted(Third, 1));
        var wanted = both.ClaimedAs(Wanted(Other, 5, since: 9));

        Assert.Equal((Home, 1, 3), (wanted.Household, wanted.Member, wanted.Since));
        Assert.Equal([Other, Third], both.WaitingHouseholds);
        Assert.Equal(both, wanted);
    }

    [Fact]
    public void FreeIdentity_GoesToWhoeverClaimsIt_WithTheRecordOfThePerson()
    {
        var claimed = (Free with { Waiting = $"{Other},{Third}" }).ClaimedAs(Wanted(Other, 5, since: 7));

        Assert.True(claimed.IsHeldAt(new PersonPlace(Other, 5)));
        Assert.Equal((Number, 7, true), (claimed.RecordNumber, claimed.Since, claimed.IsArriving));
        Assert.Equal([Third], claimed.WaitingHouseholds);
    }

    [Fact]
    public void IdentityOfWhomNothingIsKnown_TakesTheNumberThatIsBrought()
    {
        var claimed = (Free with { RecordNumber = "" }).ClaimedAs(Wanted(Other, 5));

        Assert.Equal(("44140300110000007", false), (claimed.RecordNumber, claimed.IsArriving));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Holder_LetsGoOfWhatWasClaimedBefore_NotOfWhatWasClaimedSince(int version, bool isFree)
    {
        var released = Held.ReleasedBy(new PersonPlace(Home, 1), version, wasNotTheirs: false);

        Assert.Equal(isFree ? null : Home, released.Household);
        Assert.Equal(isFree ? 0 : 1, released.Member);
        Assert.Equal(Number, released.RecordNumber);
    }

    [Theory]
    [InlineData(false, false, Number)]
    [InlineData(true, false, "")]
    [InlineData(true, true, Number)]
    public void IdOfSomebodyElse_LeavesTheMembersRecordToTheMember(bool wasNotTheirs, bool isArriving, string number) =>
        Assert.Equal(number, (Held with { IsArriving = isArriving }).ReleasedBy(new PersonPlace(Home, 1), 4, wasNotTheirs).RecordNumber);

    [Fact]
    public void WhoOnlyWaits_WaitsNoLonger_AndTheHolderStays()
    {
        var wanted = Held with { Waiting = $"{Other},{Third}" };

        Assert.Equal([Third], wanted.ReleasedBy(new PersonPlace(Other, 5), 9, wasNotTheirs: false).WaitingHouseholds);
        Assert.Same(wanted, wanted.ReleasedBy(new PersonPlace(Home, 2), 9, wasNotTheirs: false));
        Assert.Equal(Home, wanted.ReleasedBy(new PersonPlace(Other, 5), 9, wasNotTheirs: false).Household);
    }

    [Fact]
    public void WaitingThatIsNoHousehold_IsAFault() =>
        Assert.Throws<FormatException>(() => (Held with { Waiting = "somebody" }).WaitingHouseholds.ToList());

    [Theory]
    [InlineData("44140200400100001", "441402004001", 1)]
    [InlineData("44140200400199999", "441402004001", 99_999)]
    public void RecordNumber_IsTheVillageAndASequence(string text, string village, int sequence)
    {
        Assert.True(RecordNumber.TryParse(text, out var number));
        Assert.Equal(new RecordNumber(village, sequence), number);
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4414020040010000")]
    [InlineData("441402004001000011")]
    [InlineData("4414020040010000x")]
    [InlineData("４4140200400100001")]
    public void WhatIsNoRecordNumber_IsNone(string? text) => Assert.False(RecordNumber.TryParse(text, out _));

    private static Identity Wanted(HouseholdId household, int member, int since = 4) => new(household, member, "44140300110000007", since);
}
