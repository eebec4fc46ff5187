using System.IO.Compression;
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
            var line = Assert.Single(await ReadAsync(Sheets.Csv(EncodingOf(encoding), headings, Line)));

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
            var lines = await ReadAsync(
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
        var lines = await ReadAsync(
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
        var lines = await ReadAsync(
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
        var lines = await ReadAsync(Sheets.Csv("户编号,村代码,姓名,地址", "A-1,441402004001,张三,\"东村\n1号\"", "A-2,441402004001,李四,"));

        Assert.Equal([2, 3], lines.Select(line => line.Number));
        Assert.Equal("东村 1号", lines[0][ImportColumns.Address]);
    }

    [Fact]
    public async Task Workbook_GivesTextsNumbersAndDates()
    {
        var lines = await ReadAsync(
            Sheets.Workbook(
                ["户编号", "村代码", "姓名", "身份证号", "出生日期", "收缩压", "测量时间"],
                [
                    "MZ-0001",
                    441402004001d,
                    "张三",
                    441402195001010017d,
                    new DateTime(1950, 1, 1),
                    152.5d,
                    new DateTime(2026, 1, 2, 9, 30, 0),
                ],
                [null, null, null, null, null, null, null],
                ["MZ-0002", "441402004001", "李四", "'441402195001010017", "1950/1/1", "150", null]
            )
        );

        Assert.Equal([2, 4], lines.Select(line => line.Number));
        Assert.Equal("441402004001", lines[0][ImportColumns.VillageCode]);
        Assert.Contains("E+", lines[0][ImportColumns.IdNumber], StringComparison.Ordinal);
        Assert.Equal("1950-01-01", lines[0][ImportColumns.BornOn]);
        Assert.Equal("152.5", lines[0][ImportColumns.Systolic]);
        Assert.Equal("2026-01-02T09:30:00", lines[0][ImportColumns.TakenAt]);
        Assert.Equal("441402195001010017", lines[1][ImportColumns.IdNumber]);
    }

    [Fact]
    public async Task WorkbookWithACoverSheet_IsReadFromTheSheetsWithHeadings()
    {
        var lines = await ReadAsync(
            Sheets.WorkbookOf([
                [
                    ["说明"],
                    ["请填写"],
                ],
                [
                    ["户编号", "村代码", "姓名"],
                    ["A-1", "441402004001", "张三"],
                ],
                [
                    ["户编号", "村代码", "姓名"],
                    ["A-2", "441402004001", "李四"],
                ],
            ])
        );

        Assert.Equal(["A-1", "A-2"], lines.Select(line => line[ImportColumns.RegistrationNumber]));
    }

    [Fact]
    public async Task CellsMergedOverAHouseholdsRows_CountForAllOfThem()
    {
        var workbook = Sheets.Workbook(
            ["户编号", "村代码", "姓名"],
            ["A-1", "441402004001", "张三"],
            [null, null, "李四"],
            [null, null, "王五"],
            ["A-2", "441402004002", "赵六"],
            [null, null, "钱七"]
        );

        var lines = await ReadAsync(Sheets.Merged(workbook, "A2:A4", "B2:B4", "A5:B5"));

        Assert.Equal(["A-1", "A-1", "A-1", "A-2", null], lines.Select(line => line[ImportColumns.RegistrationNumber]));
        Assert.Equal("441402004001", lines[2][ImportColumns.VillageCode]);
    }

    [Fact]
    public async Task WrongFiles_AreNamed()
    {
        var plain = Sheets.Workbook(["户编号", "村代码", "姓名"], ["A-1", "441402004001", "张三"]);

        Assert.Equal(SheetFault.Empty, await FaultAsync([]));
        Assert.Equal(SheetFault.NotAList, await FaultAsync([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]));
        Assert.Equal(SheetFault.EncryptedOrOldWorkbook, await FaultAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        Assert.Equal(SheetFault.BrokenWorkbook, await FaultAsync(plain[..(plain.Length / 2)]));
        Assert.Equal(SheetFault.BrokenWorkbook, await FaultAsync(ZipOf("letter.txt")));
        Assert.Equal(
            SheetFault.BrokenQuotes,
            await FaultAsync(Sheets.Csv("户编号,村代码,姓名", "A-1,441402004001,\"张三" + new string('x', 600_000)))
        );
    }

    [Fact]
    public async Task QuoteThatNeverCloses_IsToldWithItsLine_AndSwallowsNobody()
    {
        var file = await Assert.ThrowsAsync<SheetFileException>(() =>
            ReadAsync(Sheets.Csv("户编号,村代码,姓名", "A-1,441402004001,张三", "A-2,441402004001,\"李四", "A-3,441402004001,王五"))
        );

        Assert.Equal((SheetFault.BrokenQuotes, 3), (file.Fault, file.Line));
    }

    [Fact]
    public async Task FullWidthCommas_SeparateCells_AndStayInsideQuotes()
    {
        var lines = await ReadAsync(Sheets.Csv("户编号，村代码，姓名，地址", "A-1，441402004001，张三，\"村东，3号\""));

        Assert.Equal(("A-1", "村东，3号"), (lines.Single()[ImportColumns.RegistrationNumber], lines.Single()[ImportColumns.Address]));
    }

    [Fact]
    public async Task MutatedWorkbooks_NeverBreakTheReader()
    {
        var workbook = Sheets.Workbook(["户编号", "村代码", "姓名"], ["A-1", 441402004001d, new DateTime(1950, 1, 1)]);
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var mutated = workbook.ToArray();
            for (var change = 0; change < 1 + (round % 5); change++)
            {
                mutated[random.Next(8, mutated.Length)] = (byte)random.Next(256);
            }

            try
            {
                await ReadAsync(mutated);
            }
            catch (SheetFileException)
            { /* Refused by name: what it must be. */
            }
        }
    }

    private static async Task<SheetFault> FaultAsync(byte[] content) =>
        (await Assert.ThrowsAsync<SheetFileException>(() => ReadAsync(content))).Fault;

    private static async Task<List<ImportLine>> ReadAsync(byte[] content) => (await SomeReading.OfAsync(content)).Lines;

    private static byte[] ZipOf(string name)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            archive.CreateEntry(name);
        }
        return stream.ToArray();
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
