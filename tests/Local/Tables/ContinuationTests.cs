using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class ContinuationTests
{
    private const int Count = 2_350;
    private const string Filter = "PartitionKey eq '梅 州%20'";

    [Fact]
    public async Task MoreThanAPage_IsReadToTheEndInOrder()
    {
        var table = await FilledAsync();

        var asynchronous = await table.QueryAsync<TableEntity>(Filter).Select(row => row.RowKey).ToListAsync();
        var synchronous = table.Query<TableEntity>(Filter).Select(row => row.RowKey).ToList();

        Assert.Equal(Enumerable.Range(0, Count).Select(RowKey), asynchronous);
        Assert.Equal(asynchronous, synchronous);
    }

    [Fact]
    public async Task Token_ResumesInAnotherClient()
    {
        var table = await FilledAsync();
        var first = await table.QueryAsync<TableEntity>(Filter).AsPages(pageSizeHint: 300).FirstAsync();

        var rest = await table.QueryAsync<TableEntity>(Filter).AsPages(first.ContinuationToken).ToListAsync();

        Assert.Equal(300, first.Values.Count);
        Assert.Equal([1_000, 1_000, 50], rest.Select(page => page.Values.Count));
        Assert.Equal(Enumerable.Range(0, Count).Select(RowKey), first.Values.Concat(rest.SelectMany(page => page.Values)).Select(row => row.RowKey));
        Assert.Null(rest[^1].ContinuationToken);
    }

    [Fact]
    public async Task MaxPerPage_IsTheSizeOfEveryPage()
    {
        var table = await FilledAsync();

        var pages = await table.QueryAsync<TableEntity>(Filter, maxPerPage: 800).AsPages().ToListAsync();

        Assert.Equal([800, 800, 750], pages.Select(page => page.Values.Count));
    }

    [Fact]
    public async Task Select_BringsOnlyWhatItNames()
    {
        var table = await FilledAsync();

        var page = await table.QueryAsync<TableEntity>(Filter, maxPerPage: 1, select: ["RowKey", "Number"]).AsPages().FirstAsync();
        TableEntity row = await table.GetEntityAsync<TableEntity>("梅 州%20", RowKey(7), ["Number"]);

        Assert.Equal(0, page.Values[0].GetInt32("Number"));
        Assert.False(page.Values[0].ContainsKey("Text"));
        Assert.Equal(7, row["Number"]);
        Assert.False(row.ContainsKey("Text"));
    }

    [Fact]
    public async Task EmptyTable_GivesOneEmptyPage()
    {
        var table = await TestTable.NewAsync();

        var pages = await table.QueryAsync<TableEntity>().AsPages().ToListAsync();

        Assert.Empty(Assert.Single(pages).Values);
    }

    [Fact]
    public async Task WhatIsNoToken_IsRefused()
    {
        var table = await TestTable.NewAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await table.QueryAsync<TableEntity>().AsPages("nonsense").ToListAsync());
    }

    private static string RowKey(int number) => $"行 {number:D5}";

    private static async Task<TableClient> FilledAsync()
    {
        var table = await TestTable.NewAsync();
        var rows = Enumerable.Range(0, Count).Select(number => new TableEntity("梅 州%20", RowKey(number)) { ["Number"] = number, ["Text"] = "x" });
        foreach (var chunk in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        }

        return table;
    }
}
