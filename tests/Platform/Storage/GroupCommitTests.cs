using System.Collections.Concurrent;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.Platform.Storage;

public sealed class GroupCommitTests
{
    private const int Rows = 250;
    private const string Partition = "20261129-a";

    [Fact]
    public async Task RowsThatComeAtATime_AreAllAdded_InFewCalls()
    {
        await using var counted = await CountedTable.StartAsync();
        var (calls, table) = (counted.Calls, counted.Table);

        var adds = new GroupCommit<TableEntity>(table);
        var added = await Task.WhenAll(Enumerable.Range(0, Rows).Select(number => adds.AddAsync(Row(number), CancellationToken.None)));

        Assert.All(added, Assert.True);
        Assert.Equal(Rows, await CountAsync(table));
        // The first one alone; all that came meanwhile in transactions of at most a hundred.
        Assert.InRange(calls.Count, 4, 40);
        Assert.True(await adds.AddAsync(Row(Rows), CancellationToken.None));
    }

    [Fact]
    public async Task RowThatWasThere_IsToldFromThoseThatWereNot()
    {
        await using var storage = await Azurite.NewAccountAsync();
        var table = await TableAsync(storage);
        await table.AddEntityAsync(Row(7));

        var adds = new GroupCommit<TableEntity>(table);
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => adds.AddAsync(Row(number), CancellationToken.None)));

        Assert.Equal([7], Enumerable.Range(0, 20).Where(number => !added[number]));
        Assert.Equal(20, await CountAsync(table));
    }

    [Fact]
    public async Task RowThatStorageRefuses_IsTheFaultOfItsOwnCallerAlone()
    {
        await using var storage = await Azurite.NewAccountAsync();
        var table = await TableAsync(storage);
        var adds = new GroupCommit<TableEntity>(table);
        // More than the 64 KiB of a column.
        var refused = new TableEntity(Partition, "refused") { ["Reason"] = new string('x', 40_000) };

        var first = adds.AddAsync(Row(0), CancellationToken.None);
        var fault = Record.ExceptionAsync(() => adds.AddAsync(refused, CancellationToken.None));
        var others = Enumerable.Range(1, 10).Select(number => adds.AddAsync(Row(number), CancellationToken.None)).ToList();

        Assert.True(await first);
        Assert.All(await Task.WhenAll(others), Assert.True);
        Assert.IsAssignableFrom<RequestFailedException>(await fault);
        Assert.Equal(11, await CountAsync(table));
    }

    [Fact]
    public async Task RowOfAnotherPartition_DoesNotWait_AndIsNotMixedWithIt()
    {
        await using var storage = await Azurite.NewAccountAsync();
        var table = await TableAsync(storage);
        var adds = new GroupCommit<TableEntity>(table);
        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(number => adds.AddAsync(new TableEntity($"20261129-{number % 16:x}", $"{number:D3}"), CancellationToken.None))
        );
        Assert.All(added, Assert.True);
        Assert.Equal(60, await CountAsync(table));
    }

    [Fact]
    public async Task WhereNothingCanBeAdded_EachCallerIsTold_AndTheNextIsAddedOnceItCan()
    {
        await using var storage = await Azurite.NewAccountAsync();
        var table = ClientOf(storage);
        var adds = new GroupCommit<TableEntity>(table);

        var failed = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => Record.ExceptionAsync(() => adds.AddAsync(Row(number), CancellationToken.None)))
        );

        Assert.All(failed, fault => Assert.IsAssignableFrom<RequestFailedException>(fault));
        await table.CreateAsync();
        Assert.True(await adds.AddAsync(Row(1), CancellationToken.None));
    }

    [Fact]
    public async Task RowsThatNobodyWaitsFor_AreAddedTogether()
    {
        await using var counted = await CountedTable.StartAsync();
        var (calls, table) = (counted.Calls, counted.Table);
        var adds = new GroupCommit<TableEntity>(table);

        var added = Enumerable.Range(0, 30).Select(number => adds.AddSoonAsync(Row(number))).ToList();

        Assert.All(await Task.WhenAll(added), Assert.True);
        Assert.Equal(["POST /$batch"], calls.Select(call => call.Replace($"/{table.AccountName}", "", StringComparison.Ordinal)));
        Assert.Equal(30, await CountAsync(table));
        Assert.False(await adds.AddSoonAsync(Row(7)));
    }

    [Fact]
    public async Task RowThatSomebodyWaitsFor_TakesThoseAlongThatNobodyWaitsFor()
    {
        await using var storage = await Azurite.NewAccountAsync();
        var table = await TableAsync(storage);
        var adds = new GroupCommit<TableEntity>(table);

        var soon = adds.AddSoonAsync(Row(1));
        Assert.True(await adds.AddAsync(Row(2), CancellationToken.None));

        // In one transaction: whoever sees one sees the other.
        Assert.Equal(2, await CountAsync(table));
        Assert.True(await soon);
    }

    [Fact]
    public async Task Flush_ReturnsWhenAllIsAddedThatWasBroughtBefore_OrCouldNotBe()
    {
        await using var storage = await Azurite.NewAccountAsync();
        var table = await TableAsync(storage);
        var adds = new GroupCommit<TableEntity>(table);
        await adds.FlushAsync();
        var added = Enumerable
            .Range(0, 250)
            .Select(number => adds.AddSoonAsync(new TableEntity($"20261129-{number % 2}", $"{number:D3}")))
            .ToList();

        await adds.FlushAsync();

        Assert.Equal(250, await CountAsync(table));
        Assert.All(await Task.WhenAll(added), Assert.True);

        await table.DeleteAsync();
        var failed = adds.AddSoonAsync(Row(1));
        await adds.FlushAsync();
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => failed);
    }

    private static TableEntity Row(int number) => new(Partition, $"{number:D4}");

    private static TableClient ClientOf(StorageAccount account) => new TableServiceClient(account.ConnectionString).GetTableClient("Rows");

    private static async Task<TableClient> TableAsync(StorageAccount account)
    {
        var table = ClientOf(account);
        await table.CreateAsync();
        return table;
    }

    private static async Task<int> CountAsync(TableClient table) => await table.QueryAsync<TableEntity>().CountAsync();

    /// <summary>A table that is reached by a proxy, which notes the calls.</summary>
    private sealed record CountedTable(StorageAccount Storage, FaultProxy Proxy, TableClient Table, ConcurrentBag<string> Calls)
        : IAsyncDisposable
    {
        public static async Task<CountedTable> StartAsync()
        {
            var storage = await Azurite.NewAccountAsync();
            var calls = new ConcurrentBag<string>();
            var proxy = await FaultProxy.StartAsync(storage, request => Noted(calls, request));
            var table = await TableAsync(proxy.Account);
            calls.Clear();
            return new CountedTable(storage, proxy, table, calls);
        }

        public async ValueTask DisposeAsync()
        {
            await Proxy.DisposeAsync();
            await Storage.DisposeAsync();
        }
    }

    private static Fault? Noted(ConcurrentBag<string> calls, HttpRequest request)
    {
        calls.Add($"{request.Method} {request.Path}");
        return null;
    }
}
