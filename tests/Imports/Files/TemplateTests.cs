using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Files;

namespace Alleviation.Tests.Imports.Files;

public sealed class TemplateTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Template_ReadsBackAsItsExampleLine(bool chinese)
    {
        foreach (var template in new[] { await Template.CsvAsync(chinese, CancellationToken.None), Template.Workbook(chinese) })
        {
            await using var file = await ImportFile.OpenAsync(new MemoryStream(template), ImportColumns.All, new ImportOptions(), CancellationToken.None);
            var line = Assert.Single(await file.ReadLinesAsync(CancellationToken.None).ToListAsync());

            Assert.Equal(ExampleLine.In(chinese).OrderBy(cell => cell.Key), line.Cells.OrderBy(cell => cell.Key));
        }
    }

    [Fact]
    public async Task CsvTemplate_KeepsLongNumbersFromASpreadsheet() =>
        Assert.Contains(",'441402195001010017,", System.Text.Encoding.UTF8.GetString(await Template.CsvAsync(chinese: true, CancellationToken.None)), StringComparison.Ordinal);

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+8613000000000")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("0753")]
    [InlineData("＝1+1")]
    public void WhatASpreadsheetWouldCompute_IsGuardedAndComesBack(string text)
    {
        var guarded = SpreadsheetText.Guard(text);

        Assert.StartsWith("'", guarded, StringComparison.Ordinal);
        Assert.Equal(text, CellText.Tidy(guarded, freeText: true).Replace("=1", text[0] is '＝' ? "＝1" : "=1", StringComparison.Ordinal));
    }
}
