using Alleviation.Functions.Imports.Households;
using static Alleviation.Tests.Imports.Households.SomeLines;

namespace Alleviation.Tests.Imports.Households;

/// <summary>What single cells of a line mean: villages, words, readings and conditions.</summary>
public sealed class HouseholdCellsTests
{
    [Theory]
    [InlineData("大塘村", "松口镇", null, "441403100201")]
    [InlineData("大塘村委会", "松口", "梅县区", "441403100201")]
    [InlineData("松口镇大塘村", null, null, "441403100201")]
    public void Village_IsFoundByItsNames(string village, string? township, string? county, string code)
    {
        var cells = new[] { ("villageName", village), ("township", township), ("county", county) }
            .Where(cell => cell.Item2 is not null)
            .Select(cell => (cell.Item1, cell.Item2!));
        Assert.Equal(code, Read([LineOf(2, [.. cells])]).Command.VillageCode);
    }

    [Fact]
    public void Village_IsLookedForInTheRegionsOfWhoeverImports()
    {
        var line = LineOf(2, ("villageName", "大塘村"));
        var ambiguous = Assert.Single(Read([line]).Errors);
        Assert.Equal(LineError.Regions, ambiguous.List);
        Assert.Equal(4, ambiguous.Choices!.Count);
        Assert.Equal("441403100201", Read([line], ImportsApp.Worker with { Regions = ["441403100"] }).Command.VillageCode);
    }

    [Fact]
    public void UnknownWord_NamesWhatWouldBeAccepted()
    {
        var error = Assert.Single(Read([LineOf(2, ("kind", "富裕户"))]).Errors);
        Assert.Equal(("householdKind", 3), (error.List, error.Choices!.Count));
    }

    [Fact]
    public void BloodPressureInOneCell_IsTwoReadings()
    {
        var lines = Read([LineOf(2, ("bloodPressure", "182/112mmHg"), ("takenAt", "2026-01-02"))]);
        Assert.Empty(lines.Errors);
        Assert.Equal(
            [("systolic", 182m), ("diastolic", 112m)],
            lines.Command.Members![0].Readings!.Select(reading => (reading.Code!, reading.Value!.Value))
        );
    }

    [Fact]
    public void ReadingWithoutItsDay_IsRefused() =>
        Assert.Equal("import-taken-at", Assert.Single(Read([LineOf(2, ("systolic", "150"))]).Errors).Code);

    [Theory]
    [InlineData("汉族", "01")]
    [InlineData("汉", "01")]
    [InlineData("畲", "22")]
    public void EthnicGroup_IsReadByItsNameOrTheShortOne(string text, string code)
    {
        var lines = Read([LineOf(2, ("ethnicGroup", text))]);
        Assert.Empty(lines.Errors);
        Assert.Equal(code, lines.Command.Members![0].BasicInformation!.EthnicGroup);
    }

    [Theory]
    [InlineData("怀孕", "Z34")]
    [InlineData("产妇", "Z39")]
    [InlineData("孕产妇", null)]
    [InlineData("妊高症", null)]
    public void Pregnancy_IsReadWhereTheWordSaysOneThing(string text, string? code)
    {
        var lines = Read([LineOf(2, ("conditions", text))]);
        Assert.Equal(code is null, lines.Errors.Any(error => error.Column == "conditions"));
        Assert.Equal(code, lines.Command.Members![0].Conditions!.SingleOrDefault()?.Code);
    }

    [Fact]
    public void WordForHealthy_BringsNoCondition() => Assert.Empty(Read([LineOf(2, ("conditions", "无"))]).Command.Members![0].Conditions!);
}
