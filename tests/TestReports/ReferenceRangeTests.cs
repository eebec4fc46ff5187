using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.TestReports;

namespace Alleviation.Tests.TestReports;

public sealed class ReferenceRangeTests
{
    private static readonly LabTests Tests = new(new SeedFolder());

    [Theory]
    [InlineData(2.8, ResultFlag.CriticalLow)]
    [InlineData(2.81, ResultFlag.Low)]
    [InlineData(3.49, ResultFlag.Low)]
    [InlineData(3.5, ResultFlag.Normal)]
    [InlineData(5.3, ResultFlag.Normal)]
    [InlineData(5.31, ResultFlag.High)]
    [InlineData(6.19, ResultFlag.High)]
    [InlineData(6.2, ResultFlag.CriticalHigh)]
    public void Limits_AreWithinTheRange_AndCriticalFromTheirValueOn(double value, ResultFlag expected) =>
        Assert.Equal(expected, Tests.Find("potassium")!.RangeFor("2", 40)!.Judge((decimal)value));

    [Theory]
    [InlineData("1", 40, 130)]
    [InlineData("2", 40, 115)]
    [InlineData("1", 14, 110)]
    [InlineData("0", 40, null)]
    [InlineData("1", null, null)]
    public void Haemoglobin_IsJudgedBySexAndAge(string sex, int? age, int? low) =>
        Assert.Equal(low, (int?)Tests.Find("haemoglobin")!.RangeFor(sex, age)?.Low);

    [Fact]
    public void EveryTest_HasARangeThatIsPossible() =>
        Assert.All(
            Tests.All,
            test =>
            {
                Assert.NotEmpty(test.Ranges);
                Assert.All(
                    test.Ranges,
                    range =>
                    {
                        var limits = new[]
                        {
                            test.Possible.From,
                            range.CriticalLow,
                            range.Low,
                            range.High,
                            range.CriticalHigh,
                            test.Possible.To,
                        }
                            .OfType<decimal>()
                            .ToList();
                        Assert.Equal(limits.Order(), limits);
                    }
                );
            }
        );

    [Fact]
    public void NoRange_IsNotJudged() => Assert.Equal(ResultFlag.Unjudged, new ReferenceRange().Judge(5));
}
