using Alleviation.Functions.Physicians;
using static Alleviation.Tests.Physicians.SomeRouting;

namespace Alleviation.Tests.Physicians;

public sealed class RoutingTests
{
    [Fact]
    public void NearestGeneralPractitioner_IsResponsible()
    {
        var roster = new[]
        {
            SomePhysician.Of("P441402-01", "441402"),
            SomePhysician.Of("P441402004-01", "441402004"),
            SomePhysician.Of("P441402006-01", "441402006"),
        };
        Assert.Equal("P441402004-01", Routing.For(Household(1), roster).PhysicianId);
    }

    [Fact]
    public void FullPanel_LeavesTheHouseholdToTheNextLevel()
    {
        var roster = new[]
        {
            SomePhysician.Of("P441402-01", "441402"),
            SomePhysician.Of("P441402004-01", "441402004") with
            {
                PanelSize = 10,
                PanelCount = 10,
            },
        };
        Assert.Equal("P441402-01", Routing.For(Household(1), roster).PhysicianId);
    }

    [Theory]
    [InlineData(PhysicianState.OnLeave)]
    [InlineData(PhysicianState.Retired)]
    public void WhoeverIsNotActive_IsNotEligible(PhysicianState state) =>
        Assert.Null(Routing.For(Household(1), [SomePhysician.Of("P441402004-01", "441402004") with { State = state }]).PhysicianId);

    [Fact]
    public void SpecialistAlone_IsNotResponsible() =>
        Assert.Null(
            Routing.For(Household(1), [SomePhysician.Of("P441402004-01", "441402004") with { Disciplines = ["cardiology"] }]).PhysicianId
        );

    [Fact]
    public void CityExpert_IsNotResponsible() => Assert.Null(Routing.For(Household(1), [SomePhysician.Of("P4414-01", "4414")]).PhysicianId);

    [Fact]
    public void ResponsiblePhysician_StaysAsLongAsEligible()
    {
        var roster = Enumerable.Range(1, 8).Select(number => SomePhysician.Of($"P441402004-{number:D2}", "441402004")).ToList();
        foreach (var present in roster)
        {
            Assert.Equal(present.Id.Value, Routing.For(Household(1) with { PhysicianId = present.Id.Value }, roster).PhysicianId);
        }
    }

    [Fact]
    public void OneLeaves_OnlyHisHouseholdsMove()
    {
        var roster = Enumerable.Range(1, 8).Select(number => SomePhysician.Of($"P441402004-{number:D2}", "441402004")).ToList();
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
            SomePhysician.Of("P441402004-01", "441402004") with
            {
                PanelSize = 100,
            },
            SomePhysician.Of("P441402004-02", "441402004") with
            {
                PanelSize = 300,
            },
        };
        var first = Enumerable.Range(1, 8_000).Count(number => Routing.For(Household(number), roster).PhysicianId == "P441402004-01");
        Assert.InRange(first, 1_800, 2_200);
    }
}
