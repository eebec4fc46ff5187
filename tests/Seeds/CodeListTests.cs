namespace Alleviation.Tests.Seeds;

public sealed class CodeListTests
{
    [Theory]
    [InlineData("systolic", "kPa", 16, 120)]
    [InlineData("fastingGlucose", "mg/dL", 126, 7.0)]
    public void AnotherUnit_IsConvertedByItsFactor(string reading, string unit, double value, double expected)
    {
        var item = SeedFiles.CodeLists["readings"].Single(item => (string)item!["code"]! == reading)!;
        var factor = (double)item["otherUnits"]!.AsArray().Single(other => (string)other!["unit"]! == unit)!["factor"]!;

        Assert.Equal(expected, value * factor, precision: 1);
    }
}
