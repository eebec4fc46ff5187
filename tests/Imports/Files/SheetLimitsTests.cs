using System.IO.Compression;
using System.Text;
using Alleviation.Functions.Imports;
using Alleviation.Functions.Platform.Sheets;
using static Alleviation.Tests.Imports.Files.RawWorkbook;

namespace Alleviation.Tests.Imports.Files;

/// <summary>Files that were made to keep a host busy are refused before they do.</summary>
public sealed class SheetLimitsTests
{
    private static readonly string Headings = Row(1, "户编号", "村代码", "姓名");

    [Fact]
    public async Task FarCells_AreRefusedAtOnce()
    {
        Assert.Equal(SheetFault.TooManyRows, await FaultAsync(new RawWorkbook().With("S", Headings + Row(1_048_576, "x")).ToBytes()));
        Assert.Equal(
            SheetFault.TooManyColumns,
            await FaultAsync(new RawWorkbook().With("S", Headings + Row(2, isHidden: false, Text(16_383, 2, "x"))).ToBytes())
        );
        Assert.Equal(SheetFault.TooManyColumns, await FaultAsync(Sheets.Csv("户编号,村代码,姓名", "A" + new string(',', 300) + "x")));
    }

    [Fact]
    public async Task EmptyStyledCellsFarOut_CostNothing()
    {
        var (_, lines) = await SomeReading.OfAsync(
            new RawWorkbook()
                .With("S", Headings + Row(2, "HB-0001", "441402004001", "张三") + "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>")
                .ToBytes()
        );

        Assert.Single(lines);
    }

    [Fact]
    public async Task ArchiveThatUnpacksOutOfProportion_IsRefused()
    {
        var bomb = new RawWorkbook().With("S", Headings + string.Concat(Enumerable.Repeat("<row/>", 3_000_000))).ToBytes();

        Assert.InRange(bomb.Length, 1, 100_000);
        Assert.Equal(SheetFault.WorkbookTooLarge, await FaultAsync(bomb));
    }

    [Fact]
    public async Task MoreMergedCellsThanAnyListHas_AreRefused()
    {
        var merged =
            "<mergeCells>" + string.Concat(Enumerable.Range(2, 60).Select(row => $"<mergeCell ref=\"A{row}:B{row}\"/>")) + "</mergeCells>";

        Assert.Equal(
            SheetFault.WorkbookTooLarge,
            await FaultAsync(new RawWorkbook().With("S", Headings, after: merged).ToBytes(), new ImportOptions { MaxMerged = 50 })
        );
    }

    [Fact]
    public async Task LongCell_IsCutAndRefusedLater_NotHeld()
    {
        var (_, lines) = await SomeReading.OfAsync(
            new RawWorkbook().With("S", Headings + Row(2, "HB-0001", "441402004001", new string('张', 100_000))).ToBytes()
        );

        Assert.Equal(CellText.MaxCharacters + 1, lines[0].Cells["name"].Length);
    }

    [Fact]
    public async Task Entity_IsNotExpanded()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/workbook.xml").Open();
            part.Write(Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"x\">]><workbook>&b;</workbook>"));
        }

        Assert.Equal(SheetFault.BrokenWorkbook, await FaultAsync(stream.ToArray()));
    }

    private static async Task<SheetFault> FaultAsync(byte[] content, ImportOptions? options = null) =>
        (await Assert.ThrowsAsync<SheetFileException>(() => SomeReading.OfAsync(content, options: options))).Fault;
}
