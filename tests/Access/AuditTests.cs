using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Tests.Access;

public sealed class AuditTests : IAsyncLifetime
{
    private AccessApp _app = null!;
    private Account _operator = null!;
    private string _operatorToken = "";

    public async Task InitializeAsync()
    {
        _app = await AccessApp.StartAsync();
        (_operator, _operatorToken) = await _app.HasAsync(Role.Operator);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task GrantedCall_IsRecordedWithItsEndBeforeTheAnswer()
    {
        using var response = await _app.GetAsync("/api/accounts", _operatorToken, (AuditNote.ReasonHeader, "%E5%A4%8D%E6%9F%A5"));

        var row = Assert.Single(await _app.AuditRowsAsync());
        Assert.Equal(
            (_operator.Id, "Operator", "account.list", 200),
            (row.GetString("AccountId"), row.GetString("Role"), row.GetString("Action"), row.GetInt32("Status"))
        );
        Assert.Equal($"20261123-{_operator.Id[0]}", row.PartitionKey);
        Assert.Equal(_app.Clock.GetUtcNow(), row.GetDateTimeOffset("At"));
        Assert.DoesNotContain("复查", System.Text.Encoding.UTF8.GetString(row.GetBinary("Reason")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedCalls_AreRecordedToo()
    {
        var (worker, token) = await _app.HasAsync(Role.HealthWorker);
        using var nobody = await _app.GetAsync("/api/accounts");
        using var forbidden = await _app.GetAsync("/api/accounts", token);

        var rows = await _app.AuditRowsAsync();
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
        using var response = await _app.SendAsync(
            HttpMethod.Put,
            $"/api/accounts/{Unknown}",
            _operatorToken,
            new { role = "auditor" },
            ("If-Match", "\"v1\"")
        );

        var row = Assert.Single(await _app.AuditRowsAsync());
        Assert.Equal((404, Unknown), (row.GetInt32("Status"), row.GetString("Subject")));
    }

    [Fact]
    public async Task Fault_IsRecorded_AndTellsNothing()
    {
        await BreakAsync(_operator);

        using var response = await _app.GetAsync("/api/accounts", _operatorToken);

        // The operator's own account no longer opens: the fault is met before the audit, and a fault is no way around it.
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await _app.AuditRowsAsync());
    }

    [Fact]
    public async Task FaultInsideTheCall_IsRecorded()
    {
        var (other, _) = await _app.HasAsync(Role.Auditor);
        await BreakAsync(other);

        using var response = await _app.GetAsync("/api/accounts", _operatorToken);

        Assert.Equal((HttpStatusCode.InternalServerError, "fault"), (response.StatusCode, await response.CodeAsync()));
        Assert.Equal(500, Assert.Single(await _app.AuditRowsAsync()).GetInt32("Status"));
        Assert.Contains(_app.Log.Lines, line => line.Contains("SealBrokenException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIns_AreRecorded()
    {
        await _app.SignInAsync(AccessApp.OperatorName);
        await _app.SignInAsync(AccessApp.OperatorName, "wrong password");

        var rows = await _app.AuditRowsAsync();
        Assert.Single(rows, row => row.GetInt32("Status") is 200 && row.GetString("Subject") is not null);
        Assert.Single(rows, row => row.GetInt32("Status") is 401 && row.GetString("Subject") is null);
    }

    [Fact]
    public async Task WhatCannotBeRecorded_IsNotDone()
    {
        await _app.Tables.GetTableClient(AuditTable.Name).DeleteAsync();

        using var response = await _app.SendAsync(
            HttpMethod.Post,
            "/api/accounts",
            _operatorToken,
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
        Assert.Equal(2, (await _app.Get<AccountTable>().ListAsync("", 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Auditor_ReadsTheDay_ByAccountAndSubject_InOrder()
    {
        var (_, auditor) = await _app.HasAsync(Role.Auditor);
        for (var i = 0; i < 3; i++)
        {
            await _app.GetAsync("/api/accounts", _operatorToken, (AuditNote.ReasonHeader, "%E5%A4%8D%E6%9F%A5"));
            await _app.GetAsync("/api/me", auditor);
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var all = (await (await _app.GetAsync("/api/audit?day=2026-11-23", auditor)).JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        var operators = (await (await _app.GetAsync($"/api/audit?day=2026-11-23&account={_operator.Id}", auditor)).JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        var before = (await (await _app.GetAsync("/api/audit?day=2026-11-22", auditor)).JsonAsync()).GetProperty("items");

        // The reading itself is recorded when it is over.
        Assert.Equal(6, all.Count);
        Assert.All(all, one => Assert.Equal(200, one.GetProperty("status").GetInt32()));
        Assert.Equal(
            all.Select(one => one.GetProperty("at").GetDateTimeOffset()).Order(),
            all.Select(one => one.GetProperty("at").GetDateTimeOffset())
        );
        Assert.Equal(3, operators.Count);
        Assert.All(operators, one => Assert.Equal("复查", one.GetProperty("reason").GetString()));
        Assert.Equal(0, before.GetArrayLength());
    }

    [Fact]
    public async Task ManyRecords_ComePageByPage_EachOnce()
    {
        var audit = _app.Get<AuditTable>();
        for (var i = 0; i < 230; i++)
        {
            var record = new AuditRecord(_app.Clock.GetUtcNow(), "some.act", $"trace-{i}");
            await audit.AddAsync(AuditKey.Of(record.At, null), record, CancellationToken.None);
        }

        var (traces, after) = (new List<string>(), "");
        while (
            await audit.ListAsync(new AuditQuery(new DateOnly(2026, 11, 23), null, null, after), 100, CancellationToken.None)
                is { Count: > 0 } page
        )
        {
            traces.AddRange(page.Select(row => row.Record.TraceId));
            after = page[^1].Key;
        }

        Assert.Equal((230, 230), (traces.Count, traces.Distinct().Count()));
    }

    [Theory]
    [InlineData("day=2026-13-01", 422)]
    [InlineData("account=x'%20or", 422)]
    [InlineData("cursor=x", 400)]
    [InlineData("subject=44142119991231001X", 422)]
    [InlineData("subject=0a1b2c3d-household", 200)]
    [InlineData("subject=%27%20or%20true", 422)]
    public async Task OddQueries_AreRefusedOrFindNothing(string query, int status)
    {
        var (_, auditor) = await _app.HasAsync(Role.Auditor);

        Assert.Equal(status, (int)(await _app.GetAsync($"/api/audit?{query}", auditor)).StatusCode);
    }

    private async Task BreakAsync(Account account)
    {
        var row = new TableEntity(account.Id[..2], account.Id) { ["DisplayName"] = new byte[] { 1, 2, 3 } };
        await _app.Tables.GetTableClient(AccountTable.Name).UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge);
    }
}
