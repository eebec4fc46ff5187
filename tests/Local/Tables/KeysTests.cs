using Azure;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class KeysTests
{
    public static TheoryData<string> Keys { get; } = new(
        "a b", " a ", "a%b", "100%", "%41", "a%20b", "%2525", "a+b", "a'b", "''", "'", "a\"b", "a&b", "a=b", "a;b", "member:01", "a,b", "a(b)c", "a)b", "a|b",
        "a<b>", "$x", "~!*", "a`b^c{d}", "a@b", ".", "..", "-", "é", "e\u0301", "梅州市 大埔县", "🙂", "𠮷野", "true", "null", "1", "");

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task AnyKey_IsAddedReadFilteredChangedAndDeleted(string key)
    {
        var table = await TestTable.NewAsync();
        var row = new TableEntity($"p{key}", key) { ["Text"] = key };

        await table.AddEntityAsync(row);
        await table.AddEntityAsync(new TableEntity("p", $"{key}x"));
        var read = (await table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey)).Value;
        var filtered = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {row.PartitionKey} and RowKey eq {key} and Text eq {key}")).ToListAsync();
        await table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace);
        await table.SubmitTransactionAsync(
        [
            new TableTransactionAction(TableTransactionActionType.UpsertMerge, row),
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(row.PartitionKey, $"{key}y") { ["Text"] = key }),
        ]);

        Assert.Equal((row.PartitionKey, key, key), (read.PartitionKey, read.RowKey, read.GetString("Text")));
        Assert.Equal([key], filtered.Select(found => found.RowKey));
        Assert.Equal(204, (await table.DeleteEntityAsync(row.PartitionKey, key)).Status);
        Assert.Equal(204, (await table.DeleteEntityAsync(row.PartitionKey, $"{key}y")).Status);
        Assert.Equal([$"{key}x"], (await table.QueryAsync<TableEntity>().ToListAsync()).Select(left => left.RowKey));
    }

    [Fact]
    public async Task NullKey_IsRefused()
    {
        var table = await TestTable.NewAsync();
        var row = new TableEntity { ["Text"] = "nobody's" };

        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(row));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync<TableEntity>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync(row));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpdateEntityAsync(row, ETag.All));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<TableEntity>(null!, "row"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityIfExistsAsync<TableEntity>("partition", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync("partition", null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync(null!));
    }
}
