using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>The audit as an auditor reads it.</summary>
public sealed class AuditReadingTests() : WithScene<AccountScene>(() => AccountScene.StartAsync(Role.Operator))
{
    private AccessApp App => Scene.App;

    private Account Operator => Scene.Account;

    private string OperatorToken => Scene.Token;

    [Fact]
    public async Task Auditor_ReadsTheDay_ByAccountAndSubject_InOrder()
    {
        var (_, auditor) = await App.HasAsync(Role.Auditor);
        for (var i = 0; i < 3; i++)
        {
            await App.GetAsync("/api/accounts", OperatorToken, (AuditNote.ReasonHeader, "%E5%A4%8D%E6%9F%A5"));
            await App.GetAsync("/api/me", auditor);
            App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var all = (await (await App.GetAsync("/api/audit?day=2026-11-23", auditor)).JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        var operators = (await (await App.GetAsync($"/api/audit?day=2026-11-23&account={Operator.Id}", auditor)).JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        var before = (await (await App.GetAsync("/api/audit?day=2026-11-22", auditor)).JsonAsync()).GetProperty("items");
        // The reading itself is recorded when it is over.
        Assert.Equal(6, all.Count);
        Assert.All(all, row => Assert.Equal(200, row.GetProperty("status").GetInt32()));
        Assert.Equal(
            all.Select(row => row.GetProperty("at").GetDateTimeOffset()).Order(),
            all.Select(row => row.GetProperty("at").GetDateTimeOffset())
        );
        Assert.Equal(3, operators.Count);
        Assert.All(operators, row => Assert.Equal("复查", row.GetProperty("reason").GetString()));
        Assert.Equal(0, before.GetArrayLength());
    }

    [Fact]
    public async Task ManyRecords_ComePageByPage_EachOnce()
    {
        var audit = App.Get<AuditTable>();
        for (var i = 0; i < 230; i++)
        {
            var record = new AuditRecord(App.Clock.GetUtcNow(), "some.act", $"trace-{i}");
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
        var (_, auditor) = await App.HasAsync(Role.Auditor);
        Assert.Equal(status, (int)(await App.GetAsync($"/api/audit?{query}", auditor)).StatusCode);
    }
}
