using Alleviation.Functions.Households;
using Alleviation.Tests.CarePlans;

namespace Alleviation.Tests.Households;

/// <summary>What a household's header says of itself.</summary>
public sealed class HouseholdRulesTests
{
    private const string Guest = "P441402-08";
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly MemberSummary First = SomePlan.Member() with { Relationship = "1" };
    private static readonly MemberSummary Head = First with { Number = 2, Relationship = "0" };
    private static readonly MemberSummary Third = First with { Number = 3, Relationship = null };

    [Fact]
    public void Head_IsWhomTheListCallsSo_ElseTheFirstWhoIsPresent()
    {
        var gone = SomePlan.Today;

        Assert.Equal(Head, SomeHousehold.Of(First, Head, Third).Head);
        Assert.Equal(First, SomeHousehold.Of(First, Head with { LeftOn = gone }, Third).Head);
        Assert.Equal(Third, SomeHousehold.Of(First with { LeftOn = gone }, Third).Head);
        Assert.Null(SomeHousehold.Of(First with { LeftOn = gone }).Head);
        Assert.Equal([First, Third], SomeHousehold.Of(First, Head with { LeftOn = gone }, Third).PresentMembers);
    }

    [Fact]
    public void Regions_AreOfTheVillage() =>
        Assert.Equal(("441402004", "441402"), (SomeHousehold.Of().TownshipCode, SomeHousehold.Of().CountyCode));

    [Fact]
    public void Household_IsListedWithWhoeverHasSomethingToDo_AndAPartInIt()
    {
        var household = SomeHousehold.Of(First) with
        {
            Team = [new TeamMember("cardiology", "P441402-02"), new TeamMember("pharmacy", "P441402-03")],
            Guests = [new Guest(Guest, "referral:1"), new Guest("P441402-09", "referral:2")],
            Tasks = [Task("P441402-02"), Task(Guest), Task(Guest), Task("P441402-77"), Task(null), Task(SomeHousehold.Physician)],
        };

        Assert.Equal([SomeHousehold.Physician, "P441402-02", Guest], household.ListedWith);
        Assert.Equal(["P441402-02", Guest], (household with { PhysicianId = null }).ListedWith);
    }

    [Fact]
    public void NextVersion_RemembersWhoHadItOnTheListBefore()
    {
        var before = SomeHousehold.Of(First) with { FormerPhysicianIds = ["P441402-05"], Version = 7 };

        var after = (before with { PhysicianId = "P441402-06" }).After(before);
        var back = (after with { PhysicianId = SomeHousehold.Physician }).After(after);

        Assert.Equal(8, after.Version);
        Assert.Equal(["P441402-05", SomeHousehold.Physician], after.FormerPhysicianIds);
        Assert.Equal(["P441402-05", "P441402-06"], back.FormerPhysicianIds);
    }

    [Fact]
    public void Guest_LooksInUntilTheLastOfWhatBroughtHimEnds()
    {
        var household = SomeHousehold.Of(First) with
        {
            Guests =
            [
                new Guest(Guest, "referral:1", 1, At),
                new Guest(Guest, "referral:2", 2, At.AddDays(1)),
                new Guest("P441402-09", "transfer:3"),
            ],
        };

        Assert.Equal(At, household.GuestUntil(Guest, 1));
        Assert.Equal(At.AddDays(1), household.GuestUntil(Guest, 0));
        Assert.Equal(DateTimeOffset.MinValue, household.GuestUntil(Guest, 3));
        Assert.Null(household.GuestUntil("P441402-09", 3));
        Assert.True(household.IsGuestsMember(Guest, 2));
        Assert.False(household.IsGuestsMember(Guest, 3));
        Assert.False(household.IsGuestsMember(SomeHousehold.Physician, 1));
    }

    [Fact]
    public void WhoCares_IsResponsibleOrOfTheTeam()
    {
        var household = SomeHousehold.Of(First) with { Team = [new TeamMember("cardiology", "P441402-02")] };

        Assert.True(household.IsCaredForBy(SomeHousehold.Physician));
        Assert.True(household.IsCaredForBy("P441402-02"));
        Assert.False(household.IsCaredForBy(Guest));
        Assert.False((household with { PhysicianId = null }).IsCaredForBy(null));
    }

    [Theory]
    [InlineData(HouseholdStage.Received, true, HouseholdStatus.Received)]
    [InlineData(HouseholdStage.Routed, true, HouseholdStatus.Listed)]
    [InlineData(HouseholdStage.Routed, false, HouseholdStatus.Routed)]
    [InlineData(HouseholdStage.Unrouted, true, HouseholdStatus.Unrouted)]
    public void Status_IsTheStage_UntilItIsListed(HouseholdStage stage, bool listed, HouseholdStatus status)
    {
        var household = SomeHousehold.Of(First) with { Stage = stage };
        var empty = household with { Members = [First with { LeftOn = SomePlan.Today }] };
        var held = household with { Problems = [new HouseholdProblem(HouseholdProblem.IdentityHeld, 1)] };

        Assert.Equal(status, household.StatusWhen(listed));
        Assert.Equal(stage is HouseholdStage.Received ? status : HouseholdStatus.Ended, empty.StatusWhen(listed));
        Assert.Equal(HouseholdStatus.NeedsReview, held.StatusWhen(listed));
    }

    [Theory]
    [InlineData(HouseholdProblem.IdentityHeld, true)]
    [InlineData(HouseholdProblem.NumbersExhausted, true)]
    [InlineData(HouseholdProblem.IdentityWanted, false)]
    [InlineData(HouseholdProblem.IdMissing, false)]
    [InlineData(HouseholdProblem.NoPhysician, false)]
    [InlineData(HouseholdProblem.PhoneUnread, false)]
    public void Problem_HoldsTheHouseholdUp_OrIsOnlyShown(string code, bool needsReview) =>
        Assert.Equal(needsReview, (SomeHousehold.Of() with { Problems = [new(HouseholdProblem.IdMissing), new(code)] }).NeedsReview);

    [Theory]
    [InlineData("marriedOut", true)]
    [InlineData("householdSplit", true)]
    [InlineData("registrationCorrected", true)]
    [InlineData("died", false)]
    public void WhoGoesOnElsewhere_TakesTheRecordAlong(string reason, bool goesOn) =>
        Assert.Equal(goesOn, new Departure(SomePlan.Today, reason).GoesOnElsewhere);

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    public void Member_IsTheHead_ByTheRelationship(string relationship, bool isHead) =>
        Assert.Equal(isHead, new Member(1, "甲", null, null, "1", null, relationship, null).IsHead);

    [Fact]
    public void CitizenIdOfWhoHeldIt_IsNotPrinted() => Assert.Equal("HeldIdentity", $"{new HeldIdentity("44", 1)}");

    private static HouseholdTask Task(string? physician) => new("question", "1", 1, SomePlan.Today, For: physician);
}
