using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;

namespace Alleviation.Tests.Physicians;

public sealed class RoutingTests
{
    private const string Village = "441402004001";

    [Fact]
    public void NearestGeneralPractitioner_IsResponsible()
    {
        var roster = new[] { Gp("P441402-01", "441402"), Gp("P441402004-01", "441402004"), Gp("P441402006-01", "441402006") };
        Assert.Equal("P441402004-01", Routing.For(Household(1), roster).PhysicianId);
    }

    [Fact]
    public void FullPanel_LeavesTheHouseholdToTheNextLevel()
    {
        var roster = new[] { Gp("P441402-01", "441402"), Gp("P441402004-01", "441402004") with { PanelSize = 10, PanelCount = 10 } };
        Assert.Equal("P441402-01", Routing.For(Household(1), roster).PhysicianId);
    }

    [Theory]
    [InlineData(PhysicianState.OnLeave)]
    [InlineData(PhysicianState.Retired)]
    public void WhoeverIsNotActive_IsNotEligible(PhysicianState state) =>
        Assert.Null(Routing.For(Household(1), [Gp("P441402004-01", "441402004") with { State = state }]).PhysicianId);

    [Fact]
    public void SpecialistAlone_IsNotResponsible() =>
        Assert.Null(Routing.For(Household(1), [Gp("P441402004-01", "441402004") with { Disciplines = ["cardiology"] }]).PhysicianId);

    [Fact]
    public void CityExpert_IsNotResponsible() => Assert.Null(Routing.For(Household(1), [Gp("P4414-01", "4414")]).PhysicianId);

    [Fact]
    public void Team_HasTheNearestOfEachDiscipline()
    {
        var household = Household(1) with
        {
            Members =
            [
                new MemberSummary(
                    1,
                    "某人",
                    "1",
                    null,
                    ["I10"],
                    Plan: new PlanSummary("draft", false, [], ["generalPractice", "cardiology", "pharmacy"], [])
                ),
            ],
        };
        var roster = new[]
        {
            Gp("P441402004-01", "441402004"),
            Gp("P441402-02", "441402") with
            {
                Disciplines = ["cardiology"],
            },
            Gp("P4414-02", "4414") with
            {
                Disciplines = ["cardiology"],
            },
            Gp("P44-09", "44") with
            {
                Disciplines = ["pharmacy"],
            },
        };

        var team = Routing.For(household, roster).Team;

        Assert.Equal([new TeamMember("cardiology", "P441402-02"), new TeamMember("pharmacy", "P44-09")], team);
    }

    [Theory]
    [InlineData(PhysicianState.Active, true)]
    [InlineData(PhysicianState.OnLeave, true)]
    [InlineData(PhysicianState.Retired, false)]
    public void SpecialistOfTheTeam_StaysUnlessRetired(PhysicianState state, bool stays)
    {
        var specialists = Enumerable
            .Range(1, 4)
            .Select(number => Gp($"P441402-{number:D2}", "441402") with { Disciplines = ["cardiology"] })
            .ToList();
        foreach (var present in specialists)
        {
            var household = NeedsCardiology() with
            {
                PhysicianId = "P441402004-01",
                Team = [new TeamMember("cardiology", present.Id.Value)],
            };
            Physician[] roster =
            [
                Gp("P441402004-01", "441402004"),
                .. specialists.Select(specialist => specialist == present ? specialist with { State = state } : specialist),
            ];

            Assert.Equal(stays, Routing.Stands(household, roster));
            var next = Assert.Single(Routing.For(household, roster).Team).PhysicianId;
            Assert.Equal(stays, next == present.Id.Value);
            Assert.True(Routing.Stands(household with { Team = Routing.For(household, roster).Team }, roster));
        }
    }

    [Fact]
    public void DisciplineThatNobodyHasAnyMore_IsWithout_AndNobodyIsRoutedForEver()
    {
        var roster = new[]
        {
            Gp("P441402004-01", "441402004"),
            Gp("P441402-01", "441402") with
            {
                Disciplines = ["cardiology"],
                State = PhysicianState.Retired,
            },
        };
        var household = NeedsCardiology() with { PhysicianId = "P441402004-01", Team = [new TeamMember("cardiology", "P441402-01")] };

        var routing = Routing.For(household, roster);

        Assert.Empty(routing.Team);
        Assert.True(Routing.Stands(household with { Team = routing.Team }, roster));
    }

    [Fact]
    public void ResponsiblePhysician_StaysAsLongAsEligible()
    {
        var roster = Enumerable.Range(1, 8).Select(number => Gp($"P441402004-{number:D2}", "441402004")).ToList();
        foreach (var present in roster)
        {
            Assert.Equal(present.Id.Value, Routing.For(Household(1) with { PhysicianId = present.Id.Value }, roster).PhysicianId);
        }
    }

    [Fact]
    public void OneLeaves_OnlyHisHouseholdsMove()
    {
        var roster = Enumerable.Range(1, 8).Select(number => Gp($"P441402004-{number:D2}", "441402004")).ToList();
        var before = Enumerable
            .Range(1, 2_000)
            .ToDictionary(number => number, number => Routing.For(Household(number), roster).PhysicianId);

        var after = before.Keys.ToDictionary(
            number => number,
            number => Routing.For(Household(number), roster.Skip(1).ToList()).PhysicianId
        );

        Assert.All(before.Where(pair => pair.Value != roster[0].Id.Value), pair => Assert.Equal(pair.Value, after[pair.Key]));
        Assert.All(after.Values, id => Assert.NotEqual(roster[0].Id.Value, id));
    }

    [Fact]
    public void Households_AreSharedInProportionToRoom()
    {
        var roster = new[]
        {
            Gp("P441402004-01", "441402004") with
            {
                PanelSize = 100,
            },
            Gp("P441402004-02", "441402004") with
            {
                PanelSize = 300,
            },
        };

        var first = Enumerable.Range(1, 8_000).Count(number => Routing.For(Household(number), roster).PhysicianId == "P441402004-01");

        Assert.InRange(first, 1_800, 2_200);
    }

    private static Physician Gp(string id, string region)
    {
        Assert.True(PhysicianId.TryParse(id, out var parsed));
        return new Physician(parsed, "医师", ["generalPractice"], region, "示范医院", 500, null);
    }

    private static Household NeedsCardiology() =>
        Household(1) with
        {
            Members =
            [
                new MemberSummary(
                    1,
                    "某人",
                    "1",
                    null,
                    ["I10"],
                    Plan: new PlanSummary("draft", false, [], ["generalPractice", "cardiology"], [])
                ),
            ],
        };

    private static Household Household(int number) =>
        new(
            HouseholdId.OfFingerprint(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture)),
            2,
            HouseholdStage.Received,
            "TEST00000001",
            Village,
            null,
            null,
            "general",
            [],
            "content",
            DateTimeOffset.UnixEpoch,
            "account"
        );
}
