using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;
using static Alleviation.Tests.Coverage.SomeCounts;

namespace Alleviation.Tests.Coverage;

/// <summary>What one household, its members and its plans count for (docs/domain.md §7), at the limits of each count.</summary>
public sealed class CoverageCountsRulesTests
{
    [Fact]
    public void Members_RecordsAndSick_AreCounted()
    {
        var counts = Of(Sick, Well with { RecordNumber = "44140200400100002" }, Well with { Number = 3 });
        Assert.Equal((1, 3, 2, 1, 1), (counts.Households, counts.Members, counts.Records, counts.Sick, counts.Routed));
        Assert.Equal([KeyValuePair.Create("E11", 1), KeyValuePair.Create("I10", 1)], counts.Conditions);
        Assert.Empty(counts.Batches);
    }

    [Fact]
    public void WhoHasLeft_CountsForNothing()
    {
        var counts = Of(Sick with { LeftOn = Today, Plan = Plan with { Urgent = true } }, Well);
        Assert.Equal((1, 1, 0, 0, 0, 0), (counts.Households, counts.Members, counts.Records, counts.Sick, counts.Planned, counts.Urgent));
        Assert.Empty(counts.Batches);
    }

    [Fact]
    public void HouseholdThatEverybodyHasLeft_IsNotCounted_AndWhatItSettledStays()
    {
        var referrals = ReferralLedger.None.With(new OpenReferral("a", Today.AddDays(-5))).Without("a", Today);
        var household = SomeHousehold.Of(Sick with { LeftOn = Today }) with { Stage = HouseholdStage.Unrouted, Referrals = referrals };
        var counts = CoverageCounts.Of(household, Today);
        Assert.Equal((0, 0, 0), (counts.Households, counts.Routed, counts.Unrouted));
        Assert.Equal((1, 1), (counts.ReferralsDue, counts.ReferralsInTime));
    }

    [Theory]
    [InlineData("draft", 1, 0)]
    [InlineData("underReview", 1, 0)]
    [InlineData("active", 1, 1)]
    [InlineData("underRevision", 1, 1)]
    [InlineData("completed", 0, 0)]
    [InlineData("cancelled", 0, 0)]
    public void Plan_IsOpenUntilItEnds_AndInForceOnceItIsSigned(string status, int drafted, int planned)
    {
        var counts = Of(Sick with { Plan = Plan with { Status = status } }, Well with { Plan = Plan });
        Assert.Equal((drafted, planned), (counts.Drafted, counts.Planned));
        Assert.Equal(("chronicIllness", 1), (counts.Batches.Single().Key, counts.Batches.Single().Value));
    }

    [Theory]
    [InlineData("active", true, 1)]
    [InlineData("active", false, 0)]
    [InlineData("cancelled", true, 0)]
    public void UrgentMember_CountsWhileThePlanIsOpen(string status, bool urgent, int expected) =>
        Assert.Equal(expected, Of(Well with { Plan = Plan with { Status = status, Urgent = urgent } }).Urgent);

    [Fact]
    public void HouseholdThatWaits_CountsByWhatItWaitsFor()
    {
        var household = SomeHousehold.Of(Sick);
        var review = household with { Problems = [new HouseholdProblem(HouseholdProblem.IdentityHeld, 1)] };
        var unrouted = household with { PhysicianId = null, Stage = HouseholdStage.Unrouted };
        Assert.Equal((0, 0, 1), Waiting(household));
        Assert.Equal((1, 0, 1), Waiting(review));
        Assert.Equal((0, 1, 0), Waiting(unrouted));
        static (int, int, int) Waiting(Household waiting)
        {
            var counts = CoverageCounts.Of(waiting, Today);
            return (counts.NeedsReview, counts.Unrouted, counts.Routed);
        }
    }
}
