using Alleviation.Tests.Support;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alleviation.Tests.Local.Tables;

public sealed class TablesOfAnAccountTests
{
    [Fact]
    public async Task Tables_AreCreatedListedAndDeleted()
    {
        var service = new TableServiceClient((await Azurite.NewAccountAsync()).ConnectionString);

        Assert.Equal("Households", (await service.CreateTableAsync("Households")).Value.Name);
        Assert.Equal("Households", (await service.CreateTableIfNotExistsAsync("Households")).Value.Name);
        Assert.Equal("Villages", service.CreateTableIfNotExists("Villages").Value.Name);
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync("Villages"));
        Assert.True(fault.ErrorCode == TableErrorCode.TableAlreadyExists, fault.ErrorCode);
        Assert.Equal(["Households", "Villages"], await service.QueryAsync().Select(table => table.Name).ToListAsync());
        Assert.Equal(["Villages"], service.Query(TableServiceClient.CreateQueryFilter($"TableName eq {"Villages"}")).Select(table => table.Name));
        Assert.Equal(204, (await service.DeleteTableAsync("Villages")).Status);
        Assert.Equal(404, service.DeleteTable("Villages").Status);
        Assert.Equal(["Households"], service.Query().Select(table => table.Name));
    }

    [Fact]
    public async Task TableClient_KnowsWhereItIs()
    {
        var account = await Azurite.NewAccountAsync();
        var service = new TableServiceClient(account.ConnectionString);

        var table = service.GetTableClient("Households");

        Assert.Equal((account.Name, "Households"), (table.AccountName, table.Name));
        Assert.Equal($"{account.TableEndpoint}/Households", table.Uri.AbsoluteUri);
        Assert.Equal((account.Name, account.TableEndpoint), (service.AccountName, service.Uri));
    }
}
