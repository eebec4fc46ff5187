using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alleviation.Tests.Local.Tables;

public sealed class TransactionTests
{
    [Fact]
    public async Task HundredActions_AllHappen()
    {
        var table = await TestTable.NewAsync();

        var answer = await table.SubmitTransactionAsync(Rows(100).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.All(answer.Value, response => Assert.Equal(204, response.Status));
        var stored = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(100, stored.Count);
        Assert.Equal(stored.Select(row => row.ETag), answer.Value.Select(response => response.Headers.ETag!.Value));
        Assert.All(stored, row => Assert.Equal("患者 'o' \r\n--changesetresponse_ %20+&", row.GetString("Text")));
    }

    [Fact]
    public async Task OneActionFails_NothingHappensAndItsIndexIsTold()
    {
        var table = await TestTable.NewAsync();
        var rows = Rows(100);
        await table.AddEntityAsync(rows[73]);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))));

        Assert.Equal((73, 409), (failure.FailedTransactionActionIndex, failure.Status));
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task StaleETag_FailsWholeWithPreconditionFailed()
    {
        var table = await TestTable.NewAsync();
        var (first, second) = (Rows(2)[0], Rows(2)[1]);
        await table.AddEntityAsync(first);
        var stale = (await table.GetEntityAsync<TableEntity>(first.PartitionKey, first.RowKey)).Value.ETag;
        await table.UpsertEntityAsync(first);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new TableTransactionAction(TableTransactionActionType.Add, second),
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, first, stale),
        ]));

        Assert.Equal((1, 412), (failure.FailedTransactionActionIndex, failure.Status));
        Assert.True(failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(second.PartitionKey, second.RowKey)).HasValue);
    }

    [Fact]
    public async Task EveryKindOfAction_Happens()
    {
        var table = await TestTable.NewAsync();
        var rows = Rows(6);
        foreach (var row in rows[1..4]) { await table.AddEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Old"] = 1 }); }
        await table.AddEntityAsync(new TableEntity(rows[5].PartitionKey, rows[5].RowKey) { ["Old"] = 1 });

        await table.SubmitTransactionAsync(
        [
            new TableTransactionAction(TableTransactionActionType.Add, rows[0]),
            new TableTransactionAction(TableTransactionActionType.UpdateMerge, rows[1]),
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[2]),
            new TableTransactionAction(TableTransactionActionType.Delete, rows[3]),
            new TableTransactionAction(TableTransactionActionType.UpsertMerge, rows[4]),
            new TableTransactionAction(TableTransactionActionType.UpsertReplace, rows[5]),
        ]);

        var stored = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(["row-000", "row-001", "row-002", "row-004", "row-005"], stored.Select(row => row.RowKey));
        Assert.Equal(["row-001"], stored.Where(row => row.ContainsKey("Old")).Select(row => row.RowKey));
        Assert.All(stored, row => Assert.NotNull(row.GetString("Text")));
    }

    [Fact]
    public async Task TwoPartitions_AreRefusedAndNothingHappens() =>
        await IsRefusedAsync(1, TableErrorCode.CommandsInBatchActOnDifferentPartitions, [new TableEntity("one", "row"), new TableEntity("other", "row")]);

    [Fact]
    public async Task SameRowTwice_IsRefusedAndNothingHappens() =>
        await IsRefusedAsync(2, TableErrorCode.InvalidDuplicateRow, [new TableEntity("one", "a"), new TableEntity("one", "b"), new TableEntity("one", "a")]);

    [Fact]
    public async Task MoreThanAHundredActions_AreRefusedAndNothingHappens() =>
        await IsRefusedAsync(100, TableErrorCode.InvalidInput, Rows(101));

    [Fact]
    public async Task TableThatIsNotThere_Is404WithItsCode()
    {
        var table = await TestTable.NewAsync();
        await table.DeleteAsync();

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Add, Rows(1)[0])]));

        Assert.Equal(404, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.TableNotFound, failure.ErrorCode);
    }

    [Fact]
    public async Task BodyBeyondFourMegabytes_IsRefusedWithoutAnIndex()
    {
        var table = await TestTable.NewAsync();
        var rows = Rows(100);
        foreach (var row in rows) { row["Long"] = row["Longer"] = new string('x', 30_000); }

        var fault = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))));

        Assert.Equal(413, fault.Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task NoAction_IsRefused()
    {
        var table = await TestTable.NewAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
    }

    private static async Task IsRefusedAsync(int index, TableErrorCode code, TableEntity[] rows)
    {
        var table = await TestTable.NewAsync();

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))));

        Assert.Equal((index, 400), (failure.FailedTransactionActionIndex, failure.Status));
        Assert.True(failure.ErrorCode == code, failure.ErrorCode);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    private static TableEntity[] Rows(int count) => Enumerable.Range(0, count)
        .Select(number => new TableEntity("it's", $"row-{number:D3}") { ["Text"] = "患者 'o' \r\n--changesetresponse_ %20+&", ["Number"] = number })
        .ToArray();
}
