using System.Text;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>Column names are a stored contract: what is written today is read after the next release.</summary>
public sealed class ImportTableTests() : WithScene<ImportsApp>(ImportsApp.StartAsync)
{
    private static readonly string[] OfEveryRow = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    [Fact]
    public async Task Rows_HaveTheExpectedColumns()
    {
        var id = (await Scene.SendAsync(SomeList.Of(SomeList.Line(1, 1, village: "441402999999")), query: "?fileName=a.csv"))
            .Json.GetProperty("id")
            .GetString();
        Assert.Equal("Sealed", await ColumnsAsync(row => row.StartsWith($"{id}-", StringComparison.Ordinal)));
        await Scene.WorkAsync();

        Assert.Equal(
            "Chunks FileName Households Lines Purpose Regions Role Stage StartedAt StartedBy",
            await ColumnsAsync(row => row == $"{id}/import")
        );
        Assert.Equal("Accepted CutShort FinishedAt Refused RefusedLines Unchanged", await ColumnsAsync(row => row == $"{id}/chunk:"));
        Assert.Equal("Sealed", await ColumnsAsync(row => row == $"{id}/refused:0000000002"));
        Assert.Equal(
            "",
            await ColumnsAsync(row =>
                row.StartsWith("by:worker-1/", StringComparison.Ordinal) && row.EndsWith($":{id}", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            "",
            await ColumnsAsync(row =>
                row.StartsWith("started/", StringComparison.Ordinal) && row.EndsWith($":{id}", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task NothingOfAPersonOrAFileName_IsStoredInPlain()
    {
        await Scene.SendAsync(
            SomeList.Of(SomeList.Line(1, 1), SomeList.Line(2, 1, village: "441402999999")),
            query: "?fileName=" + Uri.EscapeDataString("张三家.csv")
        );
        var before = await Scene.RowsAsync("Imports");
        await Scene.WorkAsync();

        foreach (var row in before.Concat(await Scene.RowsAsync("Imports")).Concat(await Scene.RowsAsync("Registry")))
        {
            var text = string.Join('|', row.Select(cell => cell.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{cell.Value}"));
            foreach (var secret in new[] { "张", SomeList.NumberOf(1), SomeList.NumberOf(2), SomeList.IdNumber(1, 1), "东村" })
            {
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            }
        }
    }

    private async Task<string> ColumnsAsync(Func<string, bool> isRow)
    {
        var row = (await Scene.RowsAsync("Imports")).First(row => isRow($"{row.PartitionKey}/{row.RowKey}"));
        return string.Join(' ', row.Keys.Except(OfEveryRow).Order(StringComparer.Ordinal));
    }
}
