using System.IO.Compression;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Tests.Imports.Files;

/// <summary>Lists that are workbooks, and files that are no list.</summary>
public sealed class ImportWorkbookTests
{
    [Fact]
    public async Task Workbook_GivesTextsNumbersAndDates()
    {
        var lines = await SomeReading.LinesAsync(
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
        var lines = await SomeReading.LinesAsync(
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
        var lines = await SomeReading.LinesAsync(Sheets.Merged(workbook, "A2:A4", "B2:B4", "A5:B5"));
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
                await SomeReading.LinesAsync(mutated);
            }
            catch (SheetFileException)
            { /* Refused by name: what it must be. */
            }
        }
    }

    private static async Task<SheetFault> FaultAsync(byte[] content) =>
        (await Assert.ThrowsAsync<SheetFileException>(() => SomeReading.LinesAsync(content))).Fault;

    private static byte[] ZipOf(string name)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            archive.CreateEntry(name);
        }
        return stream.ToArray();
    }
}
