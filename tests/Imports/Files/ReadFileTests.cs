using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Reading;
using static Alleviation.Tests.Imports.Files.RawWorkbook;
using static Alleviation.Tests.Imports.Files.SomeHeadings;

namespace Alleviation.Tests.Imports.Files;

/// <summary>What is said of a file before anything of it is used.</summary>
public sealed class ReadFileTests
{
    [Fact]
    public async Task UnknownHeading_IsAskedAbout_WithASuggestion_AndTheOthersAreUsed()
    {
        var (reading, lines) = await SomeReading.OfAsync(
            Sheets.Csv(
                string.Join(',', Headings) + ",序号,患何种慢性病情况,帮扶单位",
                "HB-0001,441402004001,低保户,张三,441402195001010017,户主,1,高血压,某局"
            )
        );
        var sheet = Assert.Single(reading.Sheets);
        Assert.False(reading.IsClear);
        Assert.Equal(Headings.Length, sheet.Columns.Count(column => column.Use is not null));
        Assert.Equal(
            [("序号", true, null), ("患何种慢性病情况", false, "conditions"), ("帮扶单位", false, null)],
            sheet.Columns.Where(column => column.Use is null).Select(column => (column.Heading, column.IsDecided, column.Suggestion))
        );
        Assert.Equal(Headings.Length, Assert.Single(lines).Cells.Count);
    }

    [Fact]
    public async Task TwoColumnsForOne_AreBothAskedAbout()
    {
        var (reading, _) = await SomeReading.OfAsync(
            Sheets.Csv(
                string.Join(',', Headings) + ",联系方式,手机号码",
                "HB-0001,441402004001,低保户,张三,441402195001010017,户主,13800000001,13800000002"
            )
        );
        Assert.Equal(["phone", "phone"], reading.Sheets[0].Columns.Where(column => !column.IsDecided).Select(column => column.Suggestion));
    }

    [Fact]
    public async Task HiddenSheet_IsNamedAndNotUsed_UntilSomebodyChoosesIt()
    {
        var workbook = new RawWorkbook()
            .With(
                "2025",
                Row(1, Headings) + Row(2, "HB-0001", "441402004001", "低保户", "旧", "441402195001010017", "户主"),
                isHidden: true
            )
            .With("2026", Row(1, Headings) + Row(2, "HB-0002", "441402004001", "低保户", "新", "441402195001010017", "户主"))
            .ToBytes();
        var (reading, lines) = await SomeReading.OfAsync(workbook);
        Assert.Equal(
            [("2025", true, false), ("2026", false, true)],
            reading.Sheets.Select(sheet => (sheet.Name!, sheet.IsHidden, sheet.IsUsed))
        );
        Assert.False(reading.IsClear);
        Assert.Equal("新", Assert.Single(lines)[ImportColumns.Name]);
        var choice = new FileChoice([new SheetChoice(0, reading.Sheets[0].Uses)], new Dictionary<string, string>());
        Assert.Equal("旧", Assert.Single((await SomeReading.OfAsync(workbook, choice)).Lines)[ImportColumns.Name]);
    }

    [Fact]
    public async Task HeadingsOfTwoLines_AreReadTogether()
    {
        var (reading, lines) = await SomeReading.OfAsync(
            Sheets.Csv(
                "名册,,,,,,",
                "户编号,村代码,贫困户属性,家庭成员信息,,,血压,",
                ",,,姓名,身份证号,与户主关系,收缩压,舒张压",
                "HB-0001,441402004001,低保户,张三,441402195001010017,户主,150,95"
            )
        );
        Assert.Equal([2, 3], reading.Sheets[0].HeadingRows);
        Assert.Equal(("家庭成员信息 / 身份证号", "idNumber"), (reading.Sheets[0].Columns[4].Heading, reading.Sheets[0].Columns[4].Use));
        Assert.Equal(("150", "95"), (lines[0][ImportColumns.Systolic], lines[0][ImportColumns.Diastolic]));
    }

    [Fact]
    public async Task HiddenColumn_IsNamed()
    {
        var (reading, _) = await SomeReading.OfAsync(
            new RawWorkbook()
                .With(
                    "S",
                    Row(1, Headings) + Row(2, "HB-0001", "441402004001", "低保户", "张三", "441402195001010017", "户主"),
                    before: "<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols>"
                )
                .ToBytes()
        );
        Assert.Equal("身份证号", Assert.Single(reading.Sheets[0].Columns, column => column.IsHidden).Heading);
        Assert.False(reading.IsClear);
    }
}
