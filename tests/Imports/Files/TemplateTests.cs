using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Imports.Files;

public sealed class TemplateTests
{
    [Theory]
    [InlineData(ImportPurpose.Enrolment, true)]
    [InlineData(ImportPurpose.Enrolment, false)]
    [InlineData(ImportPurpose.Roster, true)]
    [InlineData(ImportPurpose.Roster, false)]
    public async Task Template_ReadsBackAsItsExampleLine(ImportPurpose purpose, bool chinese)
    {
        var workbook = new Template(new CodeLists(new SeedFolder())).Workbook(purpose, chinese);
        foreach (var template in new[] { await Template.CsvAsync(purpose, chinese, CancellationToken.None), workbook })
        {
            var (reading, lines) = await SomeReading.OfAsync(template, purpose: purpose);
            var line = Assert.Single(lines);
            Assert.True(reading.IsClear);

            Assert.Equal(ExampleLine.In(purpose, chinese).OrderBy(cell => cell.Key), line.Cells.OrderBy(cell => cell.Key));
        }
    }

    [Theory]
    [InlineData("152")]
    [InlineData("7.8")]
    [InlineData("13800000001")]
    [InlineData("张三")]
    [InlineData("MZ-0001")]
    [InlineData("一组3号")]
    public void WhatASpreadsheetLeavesAlone_IsNotGuarded(string text) => Assert.Equal(text, SpreadsheetText.Guard(text));

    [Fact]
    public async Task CsvTemplate_KeepsLongNumbersFromASpreadsheet() =>
        Assert.Contains(
            ",'441402195001010017,",
            System.Text.Encoding.UTF8.GetString(await Template.CsvAsync(ImportPurpose.Enrolment, chinese: true, CancellationToken.None)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+8613000000000")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("0753")]
    [InlineData("＝1+1")]
    [InlineData("1.38E+10")]
    [InlineData("13800000000000")]
    [InlineData("1950-1-1")]
    [InlineData("3月5日")]
    [InlineData("1-2")]
    [InlineData("182/112")]
    [InlineData("7.80")]
    [InlineData("9:30")]
    [InlineData("TRUE")]
    [InlineData("Mar-5")]
    public void WhatASpreadsheetWouldCompute_IsGuardedAndComesBack(string text)
    {
        var guarded = SpreadsheetText.Guard(text);

        Assert.StartsWith("'", guarded, StringComparison.Ordinal);
        Assert.Equal(text, CellText.Tidy(guarded, freeText: true).Replace("=1", text[0] is '＝' ? "＝1" : "=1", StringComparison.Ordinal));
    }
}
