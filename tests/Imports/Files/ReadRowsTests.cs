using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Reading;
using static Alleviation.Tests.Imports.Files.RawWorkbook;
using static Alleviation.Tests.Imports.Files.SomeHeadings;

namespace Alleviation.Tests.Imports.Files;

/// <summary>Which rows of a sheet are lines, and what stands in their cells.</summary>
public sealed class ReadRowsTests
{
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
}
