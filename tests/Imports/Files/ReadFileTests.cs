using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Reading;
using static Alleviation.Tests.Imports.Files.RawWorkbook;

namespace Alleviation.Tests.Imports.Files;

/// <summary>What is said of a file before anything of it is used.</summary>
public sealed class ReadFileTests
{
    private static readonly string[] Headings = ["户编号", "村代码", "贫困户属性", "姓名", "身份证号", "与户主关系"];

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
    public async Task RowsThatAreNoLines_AreNamedWithTheirReason()
    {
        var (reading, lines) = await SomeReading.OfAsync(
            new RawWorkbook()
                .With(
                    "花名册",
                    Row(1, "松口镇花名册")
                        + Row(2, "填报单位：扶贫办")
                        + Row(3, Headings)
                        + Row(4, "HB-0001", "441402004001", "低保户", "张三", "441402195001010017", "户主")
                        + Row(5, isHidden: true, Text(0, 5, "HB-0009"), Text(3, 5, "藏起"))
                        + Row(6, isHidden: true, Text(0, 6, "HB-0010"))
                        + Row(7, Headings)
                        + Row(8, "HB-0002", "441402004001", "低保户", "李四", "441402195101010015", "户主")
                        + Row(9, "合计：2户，2人")
                        + Row(11, "填表人：张某", null, "审核人：李某")
                        + Row(12, null, null, null, null, null, null, "某局")
                )
                .ToBytes()
        );

        Assert.Equal(["张三", "李四"], lines.Select(line => line[ImportColumns.Name]));
        Assert.Equal(
            [
                new(1, 2, LeftOutReason.AboveHeadings),
                new(5, 6, LeftOutReason.Hidden),
                new(7, 7, LeftOutReason.HeadingsAgain),
                new(9, 9, LeftOutReason.Total),
                new(11, 11, LeftOutReason.Signature),
                new(12, 12, LeftOutReason.NothingUsed),
            ],
            Assert.Single(reading.Sheets).LeftOut
        );
        Assert.False(reading.IsClear);
    }

    [Fact]
    public async Task SomebodyWithAnId_IsALine_WhateverTheRowBeginsWith()
    {
        var (_, lines) = await SomeReading.OfAsync(
            Sheets.Csv("备注,户编号,村代码,姓名,身份证号", "合计 2 人,HB-0001,441402004001,张三,441402195001010017")
        );

        Assert.Single(lines);
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
    public async Task ErrorsAndFormulasWithoutAValue_AreNoEmptyCells()
    {
        var (_, lines) = await SomeReading.OfAsync(
            new RawWorkbook()
                .With(
                    "S",
                    Row(1, Headings)
                        + Row(
                            2,
                            isHidden: false,
                            Text(0, 2, "HB-0001"),
                            Error(1, 2, "#REF!"),
                            Formula(2, 2, "VLOOKUP(A2,X!A:B,2,0)"),
                            Formula(3, 2, "A2", "5")
                        )
                )
                .ToBytes()
        );

        Assert.Equal(
            ("#REF!", "=VLOOKUP(A2,X!A:B,2,0)", "5"),
            (lines[0][ImportColumns.VillageCode], lines[0][ImportColumns.Kind], lines[0][ImportColumns.Name])
        );
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
