using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Physicians;

/// <summary>Who stands beside the responsible physician, and the count of those who were placed since panels were last counted.</summary>
public sealed class TeamRulesTests
{
    private static readonly Physician Gp = SomePhysician.Of("P441402004-01", "441402004");
    private static readonly Physician Near = SomePhysician.Of("P441402004-07", "441402004", "cardiology");
    private static readonly Physician Far = SomePhysician.Of("P441402-08", "441402", "cardiology", "pharmacy");

    [Fact]
    public void WhoHandsOver_LeavesTheTeamToo()
    {
        var both = SomePhysician.Of("P441402004-01", "441402004", "generalPractice", "cardiology");
        var household = Needing("cardiology", "pharmacy") with
        {
            Team = [new TeamMember("cardiology", both.Id.Value), new TeamMember("pharmacy", Far.Id.Value)],
        };

        Assert.Equal(
            [new TeamMember("cardiology", Near.Id.Value), new TeamMember("pharmacy", Far.Id.Value)],
            Routing.TeamWithout(both.Id.Value, household, [both, Near, Far])
        );
        Assert.Equal(household.Team, Routing.For(household, [both, Near, Far]).Team);
    }

    [Fact]
    public void WhoStaysInTheTeam_StaysTheSame_WhenAnotherHandsOver()
    {
        var specialists = Enumerable
            .Range(1, 4)
            .Select(number => SomePhysician.Of($"P441402-{number:D2}", "441402", "cardiology"))
            .ToList();

        Assert.All(
            specialists,
            present =>
                Assert.Equal(
                    [new TeamMember("cardiology", present.Id.Value)],
                    Routing.TeamWithout(
                        Gp.Id.Value,
                        Needing("cardiology") with
                        {
                            Team = [new TeamMember("cardiology", present.Id.Value)],
                        },
                        [Gp, .. specialists]
                    )
                )
        );
    }

    [Fact]
    public void Team_IsOfOpenPlans_OfThoseWhoArePresent_AndOfWhoServesTheVillage()
    {
        var elsewhere = SomePhysician.Of("P441402006-01", "441402006", "cardiology");
        var household = Needing("cardiology");
        var ended = household.Members[0] with { Plan = household.Members[0].Plan! with { Status = "cancelled" } };

        Assert.Equal([new TeamMember("cardiology", Far.Id.Value)], Routing.For(household, [Gp, elsewhere, Far]).Team);
        Assert.Empty(Routing.For(household, [Gp, elsewhere, Far with { State = PhysicianState.OnLeave }]).Team);
        Assert.Empty(Routing.For(household with { Members = [ended] }, [Gp, Far]).Team);
        Assert.Empty(
            Routing.For(household with { Members = [household.Members[0] with { LeftOn = new DateOnly(2026, 1, 1) }] }, [Gp, Far]).Team
        );
        Assert.Empty(Routing.For(Needing("generalPractice"), [Gp, Far]).Team);
    }

    [Fact]
    public void Household_StandsWhileItsPhysicianAndTeamMayStay()
    {
        var household = Needing("cardiology") with { PhysicianId = Gp.Id.Value, Team = [new TeamMember("cardiology", Far.Id.Value)] };

        Assert.True(Routing.Stands(household, [Gp, Far]));
        Assert.False(Routing.Stands(household, [Far]));
        Assert.False(Routing.Stands(household, [Gp, Near]));
        Assert.False(Routing.Stands(household with { PhysicianId = null }, [Gp, Far]));
        Assert.False(Routing.Stands(household with { PhysicianId = Far.Id.Value }, [Gp, Far]));
    }

    [Fact]
    public void WhoeverHasAHigherWeight_IsDrawnMoreOften_AndWithoutOneNever()
    {
        Assert.Null(Rendezvous.Choose("a", []));
        Assert.Null(Rendezvous.Choose("a", [("x", 0), ("y", -5)]));
        Assert.Equal("y", Rendezvous.Choose("a", [("x", 0), ("y", 1)]));
        var drawn = Enumerable.Range(0, 3_000).Select(number => Rendezvous.Choose($"{number}", [("x", 1), ("y", 2)])).ToList();
        Assert.InRange(drawn.Count(id => id == "y"), 1_900, 2_100);
        // Among several too: half of them where the weight is half of all.
        (string, int)[] many = [("y", 5), .. Enumerable.Range(1, 5).Select(number => ($"x{number}", 1))];
        Assert.InRange(Enumerable.Range(0, 4_000).Count(number => Rendezvous.Choose($"{number}", many) == "y"), 1_880, 2_120);
        Assert.Equal(drawn, Enumerable.Range(0, 3_000).Select(number => Rendezvous.Choose($"{number}", [("y", 2), ("x", 1)])));
    }

    [Fact]
    public void Panel_IsNotFilledBeyondItsRoom_BetweenTwoCounts()
    {
        var (placements, small) = (new Placements(), Gp with { PanelSize = 2, PanelCount = 1 });
        var county = SomePhysician.Of("P441402-01", "441402");

        Assert.Equal(small.Id.Value, Placed(small));
        Assert.Equal(county.Id.Value, Placed(small));
        // The next count has them in it.
        Assert.Equal(small.Id.Value, Placed(small with { PanelSize = 3, PanelCount = 2 }));
        Assert.Equal(county.Id.Value, Placed(small with { PanelSize = 3, PanelCount = 2 }));

        string? Placed(Physician physician) => placements.Route(Unrouted(), [physician, county]).PhysicianId;
    }

    [Fact]
    public void PlaceThatWasNotTaken_IsFreeAgain()
    {
        var (placements, small) = (new Placements(), Gp with { PanelSize = 1 });
        var routing = placements.Route(Unrouted(), [small]);
        Assert.Null(placements.Route(Unrouted(), [small]).PhysicianId);

        placements.TakeBack(Unrouted(), routing);
        // Whoever is responsible already takes no place, and gives none back.
        placements.TakeBack(Unrouted() with { PhysicianId = small.Id.Value }, routing);
        placements.TakeBack(Unrouted(), new Routing(null, []));

        Assert.Equal(small.Id.Value, placements.Route(Unrouted(), [small]).PhysicianId);
        Assert.Null(placements.Route(Unrouted(), [small]).PhysicianId);
        Assert.Equal(small.Id.Value, placements.Route(Unrouted() with { PhysicianId = small.Id.Value }, [small]).PhysicianId);
    }

    private static Household Unrouted() => Needing() with { PhysicianId = null };

    private static Household Needing(params string[] disciplines) =>
        SomeHousehold.Of(new MemberSummary(1, "甲", "1", null, ["I10"], Plan: new PlanSummary("active", false, [], disciplines, [])));
}
