using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class PolicyTests
{
    [Fact]
    public async Task PolicyOfOnesOwn_SeesEveryCall()
    {
        var table = await TestTable.NewAsync();
        var calls = new Calls();
        var options = new TableClientOptions();
        options.AddPolicy(calls, HttpPipelinePosition.PerCall);
        var counted = await TestTable.ThroughAsync(table, options);

        await counted.AddEntityAsync(new TableEntity("p", "r"));
        await counted.GetEntityAsync<TableEntity>("p", "r");
        await counted.QueryAsync<TableEntity>().ToListAsync();
        await counted.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "r"))]);

        Assert.Equal(["POST", "GET", "GET", "POST"], calls.Methods);
    }

    private sealed class Calls : HttpPipelineSynchronousPolicy
    {
        public List<string> Methods { get; } = [];

        public override void OnSendingRequest(HttpMessage message) => Methods.Add(message.Request.Method.ToString());
    }
}
