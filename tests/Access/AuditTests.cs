using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Tests.Access;

public sealed class AuditTests() : WithScene<AccountScene>(() => AccountScene.StartAsync(Role.Operator))
{
    private AccessApp App => Scene.App;

    private Account Operator => Scene.Account;

    private string OperatorToken => Scene.Token;

    [Fact]
    public async Task GrantedCall_IsRecordedWithItsEndBeforeTheAnswer()
    {
        using var response = await App.GetAsync("/api/accounts", OperatorToken, (AuditNote.ReasonHeader, "%E5%A4%8D%E6%9F%A5"));
        var row = Assert.Single(await App.AuditRowsAsync());
        Assert.Equal(
            (Operator.Id, "Operator", "account.list", 200),
            (row.GetString("AccountId"), row.GetString("Role"), row.GetString("Action"), row.GetInt32("Status"))
        );
        Assert.Equal($"20261123-{Operator.Id[0]}", row.PartitionKey);
        Assert.Equal(App.Clock.GetUtcNow(), row.GetDateTimeOffset("At"));
        Assert.DoesNotContain("复查", System.Text.Encoding.UTF8.GetString(row.GetBinary("Reason")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedCalls_AreRecordedToo()
    {
        var (worker, token) = await App.HasAsync(Role.HealthWorker);
        using var nobody = await App.GetAsync("/api/accounts");
        using var forbidden = await App.GetAsync("/api/accounts", token);
        var rows = await App.AuditRowsAsync();
        Assert.Contains(rows, row => row.GetInt32("Status") is 401 && row.GetString("AccountId") is null);
        var trace = (await forbidden.JsonAsync()).GetProperty("traceId").GetString();
        Assert.Contains(
            rows,
            row => row.GetInt32("Status") is 403 && row.GetString("AccountId") == worker.Id && row.GetString("TraceId") == trace
        );
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task NotFound_IsRecordedWithItsSubject()
    {
        const string Unknown = "0123456789abcdef0123456789abcdef";
        using var response = await App.SendAsync(
            HttpMethod.Put,
            $"/api/accounts/{Unknown}",
            OperatorToken,
            new { role = "auditor" },
            ("If-Match", "\"v1\"")
        );
        var row = Assert.Single(await App.AuditRowsAsync());
        Assert.Equal((404, Unknown), (row.GetInt32("Status"), row.GetString("Subject")));
    }

    [Fact]
    public async Task Fault_IsRecorded_AndTellsNothing()
    {
        await BreakAsync(Operator);
        using var response = await App.GetAsync("/api/accounts", OperatorToken);
        // The operator's own account no longer opens: the fault is met before the audit, and a fault is no way around it.
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await App.AuditRowsAsync());
    }

    [Fact]
    public async Task FaultInsideTheCall_IsRecorded()
    {
        var (other, _) = await App.HasAsync(Role.Auditor);
        await BreakAsync(other);
        using var response = await App.GetAsync("/api/accounts", OperatorToken);
        Assert.Equal((HttpStatusCode.InternalServerError, "fault"), (response.StatusCode, await response.CodeAsync()));
        Assert.Equal(500, Assert.Single(await App.AuditRowsAsync()).GetInt32("Status"));
        Assert.Contains(App.Log.Lines, line => line.Contains("SealBrokenException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIns_AreRecorded()
    {
        await App.SignInAsync(AccessApp.OperatorName);
        await App.SignInAsync(AccessApp.OperatorName, "wrong password");
        var rows = await App.AuditRowsAsync();
        Assert.Single(rows, row => row.GetInt32("Status") is 200 && row.GetString("Subject") is not null);
        Assert.Single(rows, row => row.GetInt32("Status") is 401 && row.GetString("Subject") is null);
    }

    [Fact]
    public async Task WhatCannotBeRecorded_IsNotDone()
    {
        await App.Tables.GetTableClient(AuditTable.Name).DeleteAsync();
        using var response = await App.SendAsync(
            HttpMethod.Post,
            "/api/accounts",
            OperatorToken,
            new
            {
                userName = "late",
                displayName = "示例",
                role = "auditor",
                password = AccessApp.Password,
            }
        );
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "audit-unavailable"), (response.StatusCode, await response.CodeAsync()));
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(2, (await App.Get<AccountTable>().ListAsync("", 10, CancellationToken.None)).Count);
    }

    private async Task BreakAsync(Account account)
    {
        var row = new TableEntity(account.Id[..2], account.Id) { ["DisplayName"] = new byte[] { 1, 2, 3 } };
        await App.Tables.GetTableClient(AccountTable.Name).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge);
    }
}
