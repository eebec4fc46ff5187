using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Households;

/// <summary>Who may see or change a household, role by role.</summary>
public sealed class HouseholdAccessRulesTests
{
    private const string Specialist = "P441402-02";
    private const string Invited = "P441402-08";
    private static readonly DateTimeOffset Until = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Household Household = SomeHousehold.Of(SomePlan.Member("I10"), SomePlan.Member() with { Number = 2 }) with
    {
        Team = [new TeamMember("cardiology", Specialist)],
        Guests = [new Guest(Invited, "referral:1", 1, Until)],
        Problems =
        [
            new HouseholdProblem(HouseholdProblem.IdMissing, 1),
            new HouseholdProblem(HouseholdProblem.IdMissing, 2),
            new HouseholdProblem(HouseholdProblem.NoPhysician),
        ],
    };

    public static TheoryData<Role, string?, string?, HouseholdAccess, HouseholdAccess> Callers =>
        new()
        {
            { Role.HealthWorker, Some.Village, null, HouseholdAccess.Care, HouseholdAccess.Care },
            { Role.HealthWorker, Some.City, null, HouseholdAccess.Care, HouseholdAccess.Care },
            { Role.HealthWorker, "441403100", null, HouseholdAccess.Hidden, HouseholdAccess.Hidden },
            { Role.Physician, null, SomeHousehold.Physician, HouseholdAccess.Care, HouseholdAccess.Care },
            { Role.Physician, null, Specialist, HouseholdAccess.Care, HouseholdAccess.Care },
            { Role.Physician, null, Invited, HouseholdAccess.Hidden, HouseholdAccess.Hidden },
            { Role.Physician, Some.Village, "P441402-77", HouseholdAccess.Hidden, HouseholdAccess.Hidden },
            { Role.Physician, Some.Village, null, HouseholdAccess.Hidden, HouseholdAccess.Hidden },
            { Role.Official, Some.County, null, HouseholdAccess.NeedsReason, HouseholdAccess.Look },
            { Role.Official, "441403", null, HouseholdAccess.Hidden, HouseholdAccess.Hidden },
            { Role.Operator, Some.City, null, HouseholdAccess.Hidden, HouseholdAccess.Hidden },
            { Role.Auditor, Some.City, null, HouseholdAccess.Hidden, HouseholdAccess.Hidden },
        };

    [Theory, MemberData(nameof(Callers))]
    public void Caller_MayGoSoFarWithTheHousehold(
        Role role,
        string? region,
        string? physician,
        HouseholdAccess without,
        HouseholdAccess withReason
    )
    {
        var caller = new Caller("a", role, region is null ? [] : [region], physician, "甲");

        Assert.Equal((without, withReason), (caller.To(Household, hasReason: false), caller.To(Household, hasReason: true)));
        Assert.Equal(without is HouseholdAccess.Care, caller.MayCareFor(Household));
        Assert.Equal(without >= HouseholdAccess.Look, caller.MaySee(Household));
    }

    [Theory]
    [InlineData(0, HouseholdAccess.Hidden)]
    [InlineData(-1, HouseholdAccess.Look)]
    public void Guest_LooksAtTheMemberConcerned_UntilItEnds(int seconds, HouseholdAccess expected)
    {
        var guest = Guest(seconds);

        Assert.Equal(expected, guest.To(Household, 1, hasReason: false));
        Assert.Equal(expected, guest.ToSomeOf(Household, hasReason: false));
        Assert.Equal(HouseholdAccess.Hidden, guest.To(Household, 2, hasReason: true));
        Assert.Equal(HouseholdAccess.Hidden, guest.To(Household, hasReason: true));
        Assert.False(guest.MayCareFor(Household));
        Assert.Equal(expected is HouseholdAccess.Look, guest.IsGuestOf(Household, 1));
        Assert.Equal(expected is HouseholdAccess.Look, guest.MaySee(Household, 1));
        Assert.False(guest.MaySee(Household, 2));
        var several = Household with { Guests = [new Guest("P441402-09", "referral:2", 2), .. Household.Guests] };
        Assert.Equal(expected, guest.To(several, 1, hasReason: false));
        Assert.False((guest with { PhysicianId = null }).IsGuestOf(Household, 1));
    }

    [Fact]
    public void GuestOfTheWholeHousehold_LooksAtAllOfIt()
    {
        var household = Household with { Guests = [new Guest(Invited, "transfer:1")] };

        Assert.Equal(HouseholdAccess.Look, Guest(0).To(household, hasReason: false));
        Assert.Equal(HouseholdAccess.Look, Guest(0).To(household, 2, hasReason: false));
        // Where nobody said when the call came, all access that has an end has ended.
        var untold = new Caller("a", Role.Physician, [], Invited, "甲");
        Assert.True(untold.IsGuestOf(household, 1));
        Assert.False(untold.IsGuestOf(Household, 1));
    }

    [Fact]
    public void Guest_SeesTheMemberConcerned_AndTheProblemsAboutThatMember()
    {
        var seen = Household.SeenBy(Guest(-1), hasReason: false);

        Assert.Equal([1], seen.Members.Select(member => member.Number));
        Assert.Equal([1], seen.Problems.Select(problem => problem.Member));
        Assert.Empty(Household.SeenBy(Guest(0), hasReason: false).Members);
        Assert.Same(Household, Household.SeenBy(SomeHousehold.Worker, hasReason: false));
    }

    [Fact]
    public void Official_SeesTheHouseholdWithAReasonOnly()
    {
        var official = new Caller("a", Role.Official, [Some.County], null, "甲");

        Assert.Empty(Household.SeenBy(official, hasReason: false).Members);
        Assert.Same(Household, Household.SeenBy(official, hasReason: true));
        Assert.Equal(HouseholdAccess.NeedsReason, official.ToSomeOf(Household, hasReason: false));
    }

    private static Caller Guest(int seconds) => new("a", Role.Physician, [], Invited, "甲") { At = Until.AddSeconds(seconds) };
}
