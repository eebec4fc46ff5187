using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using static Alleviation.Tests.Physicians.SomeRouting;

namespace Alleviation.Tests.Physicians;

/// <summary>Who is routed into the team of a household, and who stays in it.</summary>
public sealed class TeamRoutingTests
{
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
            SomePhysician.Of("P441402004-01", "441402004"),
            SomePhysician.Of("P441402-02", "441402") with
            {
                Disciplines = ["cardiology"],
            },
            SomePhysician.Of("P4414-02", "4414") with
            {
                Disciplines = ["cardiology"],
            },
            SomePhysician.Of("P44-09", "44") with
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
            .Select(number => SomePhysician.Of($"P441402-{number:D2}", "441402") with { Disciplines = ["cardiology"] })
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
                SomePhysician.Of("P441402004-01", "441402004"),
                .. specialists.Select(specialist => specialist == present ? specialist with { State = state } : specialist),
            ];
            Assert.Equal(stays, Routing.Stands(household, roster));
            var next = Assert.Single(Routing.For(household, roster).Team).PhysicianId;
            Assert.Equal(stays, next == present.Id.Value);
            Assert.True(Routing.Stands(household with { Team = Routing.For(household, roster).Team }, roster));
        }
    }

    [Fact]
    public void DisciplineThatNobodyHasAnyMore_StaysOpen_AndRoutingComesToAnEnd()
    {
        var roster = new[]
        {
            SomePhysician.Of("P441402004-01", "441402004"),
            SomePhysician.Of("P441402-01", "441402") with
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
}
