using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alleviation.Tests.Changes;

/// <summary>
/// Nothing is answered or changed that is not on record, and one row is written for it: of a read before its answer, of a household's
/// change in the transaction of the change, and after that in the audit.
/// </summary>
public sealed class ChangeAuditTests() : WithScene<VisitApp>(() => VisitApp.StartAsync())
{
    private TableClient Audit => new TableServiceClient(Scene.App.Storage.ConnectionString).GetTableClient(AuditTable.Name);

    [Fact]
    public async Task Read_IsOneRow_WithItsEndAndSubject()
    {
        var (before, earlier) = (Writes(), await RowsAsync("household.read"));
        using var answer = await Scene.Worker.GetAsync($"/api/households/{Scene.Household}");

        Assert.Equal(1, Writes() - before);
        var row = Assert.Single((await RowsAsync("household.read")).ExceptBy(earlier.Select(row => row.RowKey), row => row.RowKey));
        Assert.Equal((200, Scene.Household.Value), (row.GetInt32("Status"), row.GetString("Subject")));
    }

    [Theory]
    [InlineData("/api/households/{0}")]
    [InlineData("/api/households?region=441402004001")]
    [InlineData("/api/households/{0}/members/1/care-plan")]
    public async Task ReadThatCannotBeRecorded_IsNotAnswered(string path)
    {
        await Audit.DeleteAsync();

        using var answer = await Scene.Worker.GetAsync(string.Format(null, path, Scene.Household));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "audit-unavailable"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("members", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchByPost_IsARead()
    {
        var before = Writes();
        using var answer = await Scene.Worker.PostAsJsonAsync("/api/households/search", new { region = Some.Village, text = "陈" });

        Assert.Equal(1, Writes() - before);
        Assert.Equal((int)answer.StatusCode, Assert.Single(await RowsAsync("household.search")).GetInt32("Status"));
    }

    [Fact]
    public async Task Change_IsOneRow_AndItsMessageDoesNotCome()
    {
        using var answer = await Scene.VisitsAsync("hypertension");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await IsTriedAsync();
        var row = Assert.Single(await RowsAsync("visit.save"));
        Assert.Equal(201, row.GetInt32("Status"));
        var changes = new QueueServiceClient(Scene.App.Storage.ConnectionString).GetQueueClient("changes");
        await Eventually.SeesAsync(
            async () => (await changes.GetPropertiesAsync()).Value.ApproximateMessagesCount,
            waiting => waiting == 0,
            // It would be seen after two seconds.
            TimeSpan.FromSeconds(1)
        );
    }

    [Fact]
    public async Task ChangeWhoseEndCannotBeRecorded_IsAnswered_AndItsMessageBringsTheRecord()
    {
        await Audit.DeleteAsync();
        using var answer = await Scene.VisitsAsync("hypertension");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        await IsTriedAsync();
        await Audit.CreateAsync();
        await Pipeline.SettledAsync(Scene.App.Storage);

        var row = Assert.Single(await RowsAsync("visit.save"));
        Assert.Equal((null, Scene.Household.Value), (row.GetInt32("Status"), row.GetString("Subject")![..Scene.Household.Value.Length]));
        Assert.NotNull(row.GetString("AccountId"));
    }

    [Fact]
    public async Task EnrolmentWhoseEndCannotBeRecorded_IsCarriedOn_AndRecorded()
    {
        await Audit.DeleteAsync();
        using var answer = await Scene.Worker.PostAsJsonAsync("/api/households", Some.Household());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);

        await IsTriedAsync();
        await Audit.CreateAsync();
        await Pipeline.SettledAsync(Scene.App.Storage);

        Assert.Single(await RowsAsync("household.enrol"), row => row.GetInt32("Status") is null);
    }

    [Fact]
    public async Task RefusedChange_ThatCannotBeRecorded_IsNotAnswered()
    {
        await Audit.DeleteAsync();

        using var answer = await Scene.VisitsAsync("hypertension", """{"systolic":"high"}""");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "audit-unavailable"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task SentAgain_IsRecordedOnceMore_WithoutAChange()
    {
        var id = SomeVisit.Id();
        var body = SomeVisit.Body("hypertension", Scene.Clock.GetUtcNow(), "{}");
        using var first = await Scene.PutAsync(body, id);
        using var second = await Scene.PutAsync(body, id);

        await IsTriedAsync();
        Assert.Equal([200, 201], (await RowsAsync("visit.save")).Select(row => row.GetInt32("Status")).Order());
    }

    /// <summary>The row of a change is written after its answer.</summary>
    private Task IsTriedAsync() => Scene.App.Get<AuditTable>().FlushAsync();

    private long Writes() =>
        Scene.App.Get<StorageCalls>().Counts.Where(call => call.Key is "table insert" or "table write").Sum(call => call.Value);

    private Task<List<TableEntity>> RowsAsync(string action) =>
        Audit.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Action eq {action}")).ToListAsync().AsTask();

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("code").GetString();
}
