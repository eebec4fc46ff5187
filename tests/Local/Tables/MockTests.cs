using Azure;
using Azure.Data.Tables;
using Moq;

namespace Alleviation.Tests.Local.Tables;

public sealed class MockTests
{
    [Fact]
    public async Task Clients_CanBeMocked()
    {
        var row = new TableEntity("p", "r");
        var table = new Mock<TableClient>();
        table.Setup(client => client.GetEntityAsync<TableEntity>("p", "r", null, default)).ReturnsAsync(Response.FromValue(row, Mock.Of<Response>()));
        table.Setup(client => client.QueryAsync<TableEntity>("filter", null, null, default))
            .Returns(AsyncPageable<TableEntity>.FromPages([Page<TableEntity>.FromValues([row], null, Mock.Of<Response>())]));
        var service = new Mock<TableServiceClient>();
        service.Setup(client => client.GetTableClient("Rows")).Returns(table.Object);

        var mocked = service.Object.GetTableClient("Rows");

        Assert.Same(row, (await mocked.GetEntityAsync<TableEntity>("p", "r")).Value);
        Assert.Same(row, await mocked.QueryAsync<TableEntity>("filter").SingleAsync());
    }

    [Fact]
    public void AllPublicInstanceMembersOfClients_AreVirtual()
    {
        var sealedMembers = new[] { typeof(TableClient), typeof(TableServiceClient) }
            .SelectMany(client => client.GetMethods().Where(method => method.DeclaringType == client && method is { IsStatic: false, IsVirtual: false }));

        Assert.Empty(sealedMembers);
    }
}
