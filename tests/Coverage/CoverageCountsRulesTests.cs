using System.Reflection;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Coverage;

/// <summary>What one household counts for (docs/domain.md §7), at the limits of each count.</summary>
public sealed class CoverageCountsRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly MemberSummary Sick = new(1, "甲", "1", new DateOnly(1970, 1, 1), ["I10", "E11"], "44140200400100001");
    private static readonly MemberSummary Well = new(2, "乙", "2", new DateOnly(1975, 1, 1), []);
    private static readonly PlanSummary Plan = new("active", false, [], ["generalPractice"], ["chronicIllness"]);

    [Fact]
    public void Members_RecordsAndSick_AreCounted()
    {
        var counts = Of(Sick, Well with { RecordNumber = "44140200400100002" }, Well with { Number = 3 });

        Assert.Equal((1, 3, 2, 1, 1), (counts.Households, counts.Members, counts.Records, counts.Sick, counts.Routed));
        Assert.Equal([KeyValuePair.Create("E11", 1), KeyValuePair.Create("I10", 1)], counts.Conditions);
        Assert.Empty(counts.Batches);
    }

    [Theory]
    [InlineData(1, 2026)]
    [InlineData(1, 2026, 2025)]
    [InlineData(0, 2025)]
    [InlineData(0, 2027)]
    [InlineData(0)]
    public void Contract_CountsInItsYear(int contracted, params int[] years)
    {
        var household = SomeHousehold.Of(Sick) with { ContractYears = years };

        Assert.Equal(contracted, CoverageCounts.Of(household, Today).Contracted);
        Assert.Equal(0, CoverageCounts.Of(household with { Members = [Sick with { LeftOn = Today }] }, Today).Contracted);
        Assert.Equal(2 * contracted, (CoverageCounts.Of(household, Today) + CoverageCounts.Of(household, Today)).Contracted);
    }

    [Fact]
    public void WhoHasLeft_CountsForNothing()
    {
        var counts = Of(Sick with { LeftOn = Today, Plan = Plan with { Urgent = true } }, Well);

        Assert.Equal((1, 1, 0, 0, 0, 0), (counts.Households, counts.Members, counts.Records, counts.Sick, counts.Planned, counts.Urgent));
        Assert.Empty(counts.Batches);
    }

    [Fact]
    public void HouseholdThatEverybodyHasLeft_IsNone_AndWhatItSettledStays()
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

    [Theory]
    [InlineData("active", 0, 0)]
    [InlineData("active", -1, 1)]
    [InlineData("completed", -1, 0)]
    public void FollowUp_IsOverdueFromTheDayAfter(string status, int dueIn, int overdue)
    {
        var plan = Plan with
        {
            Status = status,
            FollowUps = [new DueFollowUp("hypertension", Today.AddDays(dueIn), 90), new DueFollowUp("general", Today.AddDays(9), 90)],
        };

        Assert.Equal(overdue, Of(Sick with { Plan = plan }).Overdue);
    }

    [Theory]
    [InlineData("2025-11-23T00:00:00+08:00", 1)]
    [InlineData("2025-11-22T23:59:59+08:00", 0)]
    [InlineData(null, 0)]
    public void Record_IsInUseFor12MonthsAfterCare(string? at, int used)
    {
        var last = at is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(at, null);

        Assert.Equal(used, Of(Sick with { LastCareAt = last }).Used);
        Assert.Equal(0, Of(Sick with { LastCareAt = last, RecordNumber = null }).Used);
    }

    [Fact]
    public void HouseholdThatWaits_CountsByWhatItWaitsFor()
    {
        var household = SomeHousehold.Of(Sick);
        var review = household with { Problems = [new HouseholdProblem(HouseholdProblem.IdentityHeld, 1)] };
        var unrouted = household with { PhysicianId = null, Stage = HouseholdStage.Unrouted };

        Assert.Equal((0, 0, 1), Waiting(household));
        Assert.Equal((1, 0, 1), Waiting(review));
        Assert.Equal((0, 1, 0), Waiting(unrouted));

        static (int, int, int) Waiting(Household one)
        {
            var counts = CoverageCounts.Of(one, Today);
            return (counts.NeedsReview, counts.Unrouted, counts.Routed);
        }
    }

    [Fact]
    public void Referrals_AreToldForTwelveMonths()
    {
        var months = Enumerable.Range(0, 13).Select(ago => new LedgerMonth(LedgerMonth.Of(Today) - ago, 2, 1)).Reverse();
        var counts = CoverageCounts.Of(SomeHousehold.Of(Sick) with { Referrals = new ReferralLedger([], [.. months]) }, Today);

        Assert.Equal((24, 12), (counts.ReferralsDue, counts.ReferralsInTime));
    }

    [Fact]
    public void FollowedMembers_CountByForm()
    {
        var plan = Plan with { FollowUps = [new DueFollowUp("hypertension", Today, 90), new DueFollowUp("type2Diabetes", Today, 90)] };
        var month = new LedgerMonth(LedgerMonth.Of(Today), 1, 1);
        var good = new FollowUpLedger("hypertension", Today, true, [month]);
        var missed = new FollowUpLedger("type2Diabetes", Today, false, [month, month with { OnTime = 0 }]);

        var counts = Of(Sick with { Plan = plan, Ledgers = [good, missed] });

        Assert.Equal([KeyValuePair.Create("hypertension", 1), KeyValuePair.Create("type2Diabetes", 1)], counts.Followed);
        Assert.Equal(counts.Followed, counts.Managed);
        Assert.Equal([KeyValuePair.Create("hypertension", 1)], counts.ToStandard);
        Assert.Equal([KeyValuePair.Create("hypertension", 1)], counts.InControl);
        Assert.Equal((3, 2), (counts.FollowUpsDue, counts.FollowUpsOnTime));
        Assert.Empty(Of(Sick with { Ledgers = [good, missed] }).Managed);
    }

    /// <summary>A count that the sum forgets would be nought for the whole city.</summary>
    private static bool IsNumber(PropertyInfo property) => property.PropertyType == typeof(int) || property.PropertyType == typeof(int?);

    [Fact]
    public void Sum_AddsEveryCount()
    {
        var one = new CoverageCounts();
        foreach (var (index, property) in Counted().Index())
        {
            property.SetValue(one, IsNumber(property) ? index + 1 : new Dictionary<string, int> { ["a"] = index + 1, [property.Name] = 1 });
        }
        var other = CoverageCounts.None with
        {
            Members = 100,
            Managed = new Dictionary<string, int> { ["b"] = 1 },
        };

        var sum = CoverageCounts.Sum([one, one, other]);

        foreach (var (index, property) in Counted().Index())
        {
            var expected = 2 * (index + 1);
            if (IsNumber(property))
            {
                Assert.Equal(property.Name == nameof(other.Members) ? expected + 100 : expected, property.GetValue(sum));
                continue;
            }
            var counts = (IReadOnlyDictionary<string, int>)property.GetValue(sum)!;
            Assert.Equal((expected, 2), (counts["a"], counts[property.Name]));
        }
        Assert.Equal(1, sum.Managed["b"]);
        Assert.Equal(0, CoverageCounts.Sum([]).Households);
    }

    private static IEnumerable<PropertyInfo> Counted() =>
        typeof(CoverageCounts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static CoverageCounts Of(params MemberSummary[] members) => CoverageCounts.Of(SomeHousehold.Of(members), Today);
}
