using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alleviation.Tests.Local.Tables;

public sealed class RefusalTests
{
    [Fact]
    public async Task RowAddedTwice_Is409()
    {
        var table = await TestTable.NewAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, fault.Status);
        Assert.True(fault.ErrorCode == TableErrorCode.EntityAlreadyExists, fault.ErrorCode);
    }

    [Fact]
    public async Task RowThatIsNotThere_Is404()
    {
        var table = await TestTable.NewAsync();

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r"));
        var update = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));
        var absent = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        var deleted = await table.DeleteEntityAsync("p", "r");

        Assert.Equal(404, fault.Status);
        Assert.True(fault.ErrorCode == TableErrorCode.ResourceNotFound, fault.ErrorCode);
        Assert.Equal(404, update.Status);
        Assert.Equal((false, 404, 404), (absent.HasValue, absent.GetRawResponse().Status, deleted.Status));
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }

    [Fact]
    public async Task StaleETag_Is412()
    {
        var table = await TestTable.NewAsync();
        var row = new TableEntity("p", "r");
        await table.AddEntityAsync(row);
        var stale = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);

        var update = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(row, stale));
        var delete = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", stale));

        Assert.Equal((412, 412), (update.Status, delete.Status));
        Assert.True(update.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied, update.ErrorCode);
        Assert.True(TableErrorCode.UpdateConditionNotSatisfied == delete.ErrorCode, delete.ErrorCode);
    }

    [Fact]
    public async Task ETagOfTheAnswer_IsThatOfTheRow()
    {
        var table = await TestTable.NewAsync();
        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = 1 });

        var replaced = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["New"] = 1 }, added.Headers.ETag!.Value, TableUpdateMode.Replace);

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(replaced.Headers.ETag, read.ETag);
        Assert.False(read.ContainsKey("Old"));
    }

    [Fact]
    public async Task UpdateWithoutETag_IsRefusedBeforeItIsSent()
    {
        var table = await TestTable.NewAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task TableThatIsNotThere_Is404WithItsCode()
    {
        var table = await TestTable.NewAsync();
        Assert.Equal(204, (await table.DeleteAsync()).Status);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(404, fault.Status);
        Assert.True(fault.ErrorCode == TableErrorCode.TableNotFound, fault.ErrorCode);
        Assert.Equal(404, (await table.DeleteAsync()).Status);
    }

    [Fact]
    public async Task WrongKey_Is403()
    {
        var table = await TestTable.NewAsync();
        var endpoint = new Uri(table.Uri.AbsoluteUri[..^(table.Name.Length + 1)]);
        var credential = new TableSharedKeyCredential(table.AccountName, Convert.ToBase64String(new byte[64]));
        var stranger = new TableClient(endpoint, table.Name, credential);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, fault.Status);
    }
}
