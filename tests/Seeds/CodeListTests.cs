namespace Alleviation.Tests.Seeds;

public sealed class CodeListTests
{
    public static TheoryData<string> Names => [.. SeedFiles.CodeLists.Keys];

    [Theory, MemberData(nameof(Names))]
    public void EveryItem_HasACodeOfItsOwnAndBothLabels(string name)
    {
        var items = SeedFiles.CodeLists[name];

        Assert.NotEmpty(items);
        Assert.Distinct(items.Select(item => (string)item!["code"]!));
        Assert.All(items, item => Assert.False(string.IsNullOrWhiteSpace((string?)item!["zh-CN"]) || string.IsNullOrWhiteSpace((string?)item["en"])));
    }

    [Fact]
    public void EveryCondition_BelongsToABatchAndCallsForAGeneralPractitioner() =>
        Assert.All(SeedFiles.CodeLists["conditions"], item =>
        {
            var disciplines = item!["disciplines"]!.AsArray().Select(code => (string)code!).ToHashSet();
            // Pregnancy, childbirth and being newborn are no illness.
            if (((string)item["code"]!).StartsWith("Z3", StringComparison.Ordinal)) { Assert.Null(item["batch"]); }
            else { Assert.Contains((string)item["batch"]!, SeedFiles.Codes("batch")); }
            Assert.Subset(SeedFiles.Codes("discipline").ToHashSet(), disciplines);
            Assert.Contains("generalPractice", disciplines);
        });

    [Fact]
    public void WhatIsLikely_IsPossible() =>
        Assert.All(SeedFiles.CodeLists["readings"], item =>
        {
            var (possible, likely) = (item!["possible"]!, item["likely"]!);
            Assert.True((decimal)possible["from"]! <= (decimal)likely["from"]!);
            Assert.True((decimal)likely["from"]! < (decimal)likely["to"]!);
            Assert.True((decimal)likely["to"]! <= (decimal)possible["to"]!);
        });

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
