using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Imports.Households;

/// <summary>What lists say of 脱贫 and 监测 becomes a history with days and source, or is refused.</summary>
public sealed class PovertyStatusCellsTests
{
    private static readonly Labels Labels = new(new SeedFolder(), new CodeLists(new SeedFolder()));
    private static readonly RegionNames Regions = new(new Regions(new SeedFolder()));

    [Theory]
    [InlineData("脱贫不稳定户", "2021-06-30", "liftedUnstable", "2021-06-30")]
    [InlineData("边缘易致贫", "2021年6月", "marginal", "2021-06-30")]
    [InlineData("突发严重困难户", "2022.02", "suddenDifficulty", "2022-02-28")]
    [InlineData("风险消除", "2023", "riskRemoved", "2023-12-31")]
    [InlineData("返贫", "2019年度", "fallenBack", "2019-12-31")]
    public void Status_HasItsDay_AndWhatTheListSaid(string word, string day, string code, string on)
    {
        var status = Assert.Single(Read(("povertyStatus", word), ("povertyStatusOn", day)).Command.PovertyStatuses!);

        Assert.Equal((code, DateOnly.Parse(on, null), $"名册：贫困状态 {word}"), (status.Code, status.On, status.Source));
    }

    [Theory]
    [InlineData("是", "2018", "2018-12-31")]
    [InlineData("已脱贫", "2018年12月", "2018-12-31")]
    [InlineData(null, "2020-11-20", "2020-11-20")]
    public void Lifted_CountsFromItsYear(string? lifted, string year, string on)
    {
        var status = Assert.Single(Read(("lifted", lifted), ("liftedIn", year)).Command.PovertyStatuses!);

        Assert.Equal(("lifted", DateOnly.Parse(on, null), $"名册：脱贫年度 {year}"), (status.Code, status.On, status.Source));
    }

    [Theory]
    [InlineData("否", null)]
    [InlineData("未脱贫", "无")]
    [InlineData(null, "-")]
    public void NotLifted_IsNoStatus(string? lifted, string? year)
    {
        var lines = Read(("lifted", lifted), ("liftedIn", year), ("povertyStatus", "非监测对象"));

        Assert.Null(lines.Command.PovertyStatuses);
        Assert.Empty(lines.Errors);
    }

    [Theory]
    [InlineData("lifted", "是", null, null, "liftedIn", "import-status-on")]
    [InlineData("lifted", "否", "liftedIn", "2018", "lifted", "import-lifted-no")]
    [InlineData("lifted", "大概", null, null, "lifted", "import-yes-no")]
    [InlineData("liftedIn", "2018.1", null, null, "liftedIn", "import-month")]
    [InlineData("povertyStatusOn", "2022", null, null, "povertyStatusOn", "import-status-missing")]
    [InlineData("povertyStatus", "否", "povertyStatusOn", "2022", "povertyStatusOn", "import-status-missing")]
    [InlineData("liftedIn", "去年", null, null, "liftedIn", "import-date")]
    [InlineData("povertyStatus", "突发严重困难户", null, null, "povertyStatusOn", "import-status-on")]
    [InlineData("povertyStatus", "监测户", "povertyStatusOn", "2022", "povertyStatus", "import-ambiguous")]
    [InlineData("povertyStatus", "很穷", "povertyStatusOn", "2022", "povertyStatus", "import-unknown-value")]
    [InlineData("kind", "脱贫户", null, null, "kind", "import-status-as-kind")]
    [InlineData("kind", "监测户", null, null, "kind", "import-status-as-kind")]
    public void WhatCannotBeTold_IsRefused(string column, string cell, string? otherColumn, string? other, string refused, string code)
    {
        var error = Assert.Single(Read((column, cell), (otherColumn ?? column, other ?? cell)).Errors);

        Assert.Equal((refused, code), (error.Column, error.Code));
        if (code is "import-ambiguous" or "import-unknown-value" or "import-status-as-kind")
        {
            Assert.NotEmpty(error.Choices!);
        }
    }

    private static HouseholdLines Read(params (string Column, string? Text)[] cells)
    {
        var line = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["registrationNumber"] = "HB-0001",
            ["villageCode"] = SomeList.Village,
            ["kind"] = "低保户",
            ["name"] = "测一",
            ["idNumber"] = SomeList.IdNumber(1, 1),
            ["relationship"] = "户主",
        };
        foreach (var (column, text) in cells)
        {
            if (text is not null)
            {
                line[column] = text;
            }
        }
        return new HouseholdLines([new ImportLine(2, line)], Labels, Regions, ImportsApp.Worker);
    }
}
