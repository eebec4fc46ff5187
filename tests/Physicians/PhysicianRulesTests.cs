using Alleviation.Functions.Physicians;

namespace Alleviation.Tests.Physicians;

/// <summary>Who may be responsible, stay so, and stand in a team (docs/domain.md §6, docs/adr/0011-leave-and-retirement.md).</summary>
public sealed class PhysicianRulesTests
{
    private const string Village = "441402004001";

    [Theory]
    [InlineData("P441402004001-01", "441402004001", true)]
    [InlineData("P441402004-01", "441402004", true)]
    [InlineData("P441402-01", "441402", true)]
    [InlineData("P4414-01", "4414", false)]
    [InlineData("P44-01", "44", false)]
    [InlineData("P441402006-01", "441402006", false)]
    public void ResponsiblePhysician_ServesTheVillage_FromNoFurtherThanTheCounty(string id, string region, bool may)
    {
        var physician = SomePhysician.Of(id, region);

        Assert.Equal((may, may), (physician.MayBeResponsibleIn(Village), physician.MayStayResponsibleIn(Village)));
    }

    [Theory]
    [InlineData(PhysicianState.Active, true, true)]
    [InlineData(PhysicianState.OnLeave, false, true)]
    [InlineData(PhysicianState.Retired, false, false)]
    public void Leave_EndsNothing_AndBeginsNothing(PhysicianState state, bool mayBecome, bool mayStay)
    {
        var physician = SomePhysician.Of("P441402004-01", "441402004", "generalPractice", "cardiology") with { State = state };

        Assert.Equal((mayBecome, mayStay), (physician.MayBeResponsibleIn(Village), physician.MayStayResponsibleIn(Village)));
        Assert.Equal(mayStay, physician.MayStayInTeamOf(Village, "cardiology"));
        Assert.False(physician.MayStayInTeamOf(Village, "pharmacy"));
        Assert.False(physician.MayStayInTeamOf("441402006001", "cardiology"));
    }

    [Fact]
    public void Specialist_IsNeverResponsible() =>
        Assert.False(SomePhysician.Of("P441402004-01", "441402004", "cardiology").MayStayResponsibleIn(Village));

    [Theory]
    [InlineData(10, 3, 7)]
    [InlineData(10, 10, 0)]
    [InlineData(10, 12, 0)]
    public void Room_IsWhatIsLeftOfThePanel(int size, int count, int room) =>
        Assert.Equal(room, (SomePhysician.Of("P441402-01", "441402") with { PanelSize = size, PanelCount = count }).Room);

    [Fact]
    public void ChangeOfThePhysician_MayLetHouseholdsGo()
    {
        var before = SomePhysician.Of("P441402004-01", "441402004", "generalPractice", "cardiology");

        Assert.False(before.MayHaveToLetGo(before));
        Assert.True((before with { State = PhysicianState.Retired }).MayHaveToLetGo(before));
        Assert.False((before with { State = PhysicianState.OnLeave }).MayHaveToLetGo(before));
        Assert.False((before with { State = PhysicianState.Retired }).MayHaveToLetGo(before with { State = PhysicianState.Retired }));
        Assert.True((before with { RegionCode = "441402006" }).MayHaveToLetGo(before));
        Assert.True((before with { RegionCode = "441402004001" }).MayHaveToLetGo(before));
        Assert.False((before with { RegionCode = "441402" }).MayHaveToLetGo(before));
        Assert.True((before with { Disciplines = ["cardiology"] }).MayHaveToLetGo(before));
        Assert.False((before with { Disciplines = ["generalPractice"] }).MayHaveToLetGo(before));
        Assert.False((before with { Disciplines = ["cardiology"] }).MayHaveToLetGo(before with { Disciplines = ["cardiology"] }));
    }
}
