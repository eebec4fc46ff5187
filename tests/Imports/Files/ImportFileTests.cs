using System.Text;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Tests.Imports.Files;

public sealed class ImportFileTests
{
    private const string ChineseHeadings = "户编号,村代码,姓名,身份证号,与户主关系";
    private const string EnglishHeadings = "registrationNumber,villageCode,name,idNumber,relationship";
    private const string Line = "MZ-0001,441402004001,张三,441402195001010017,本人或户主";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "GB18030", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task EveryEncodingAndHeadingLanguage_ReadsTheSame(string encoding)
    {
        foreach (var headings in new[] { ChineseHeadings, EnglishHeadings })
        {
            var line = Assert.Single(await SomeReading.LinesAsync(Sheets.Csv(EncodingOf(encoding), headings, Line)));
            Assert.Equal(2, line.Number);
            Assert.Equal("张三", line[ImportColumns.Name]);
            Assert.Equal("本人或户主", line[ImportColumns.Relationship]);
        }
    }

    [Fact]
    public async Task ChineseLetterCutByTheFirstBlock_IsReadWhole()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var padding = new string('a', 65536 - EnglishHeadings.Length - 60 + shift);
            var lines = await SomeReading.LinesAsync(
                Sheets.Csv(EnglishHeadings + "," + padding, "A-1,441402004001,张张张张张张张张张张张张张张张张张张,,")
            );
            Assert.Equal("张张张张张张张张张张张张张张张张张张", Assert.Single(lines)[ImportColumns.Name]);
        }
    }

    [Theory]
    [InlineData("\t")]
    [InlineData(";")]
    public async Task OtherDelimiters_AreFoundByTheHeadings(string delimiter)
    {
        var lines = await SomeReading.LinesAsync(
            Sheets.Csv(
                "名册",
                ChineseHeadings.Replace(",", delimiter, StringComparison.Ordinal),
                Line.Replace(",", delimiter, StringComparison.Ordinal)
            )
        );
        Assert.Equal("张三", Assert.Single(lines)[ImportColumns.Name]);
    }

    [Fact]
    public async Task ExcelsHabits_AreTidied()
    {
        var lines = await SomeReading.LinesAsync(
            Sheets.Csv(
                "梅州市建档立卡名册,,,,,",
                "",
                "*户编号（必填）, 村 代 码 ,姓名,身份证号码,备注,ID_Missing Reason",
                "'MZ-0001,４４１４０２００４００１,　张三　,'44140219500101005x,随便,newborn",
                "",
                ",,,,,",
                " , ,\u3000,,,"
            )
        );
        var line = Assert.Single(lines);
        Assert.Equal(4, line.Number);
        Assert.Equal("MZ-0001", line[ImportColumns.RegistrationNumber]);
        Assert.Equal("441402004001", line[ImportColumns.VillageCode]);
        Assert.Equal("张三", line[ImportColumns.Name]);
        Assert.Equal("44140219500101005x", line[ImportColumns.IdNumber]);
        Assert.Equal("newborn", line[ImportColumns.IdMissingReason]);
    }

    [Fact]
    public async Task QuotedLineBreak_KeepsTheRowNumbersOfASpreadsheet()
    {
        var lines = await SomeReading.LinesAsync(
            Sheets.Csv("户编号,村代码,姓名,地址", "A-1,441402004001,张三,\"东村\n1号\"", "A-2,441402004001,李四,")
        );
        Assert.Equal([2, 3], lines.Select(line => line.Number));
        Assert.Equal("东村 1号", lines[0][ImportColumns.Address]);
    }

    [Fact]
    public async Task QuoteThatNeverCloses_IsReportedWithItsLine_AndHidesNobody()
    {
        var file = await Assert.ThrowsAsync<SheetFileException>(() =>
            SomeReading.LinesAsync(
                Sheets.Csv("户编号,村代码,姓名", "A-1,441402004001,张三", "A-2,441402004001,\"李四", "A-3,441402004001,王五")
            )
        );
        Assert.Equal((SheetFault.BrokenQuotes, 3), (file.Fault, file.Line));
    }

    [Fact]
    public async Task FullWidthCommas_SeparateCells_AndStayInsideQuotes()
    {
        var lines = await SomeReading.LinesAsync(Sheets.Csv("户编号，村代码，姓名，地址", "A-1，441402004001，张三，\"村东，3号\""));
        Assert.Equal(("A-1", "村东，3号"), (lines.Single()[ImportColumns.RegistrationNumber], lines.Single()[ImportColumns.Address]));
    }

    private static Encoding EncodingOf(string name) =>
        name switch
        {
            "utf-8" => Sheets.Utf8,
            "utf-8 with mark" => Sheets.Utf8WithMark,
            "utf-16" => Encoding.Unicode,
            _ => Sheets.Gb18030,
        };
}
