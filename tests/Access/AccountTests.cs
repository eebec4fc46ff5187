using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Alleviation.Tests.Access;

public sealed class AccountTests() : WithScene<OperatorScene>(OperatorScene.StartAsync)
{
    private AccessApp App => Scene.App;

    private string OperatorToken => Scene.OperatorToken;

    [Fact]
    public async Task NewAccount_CanSignIn_AndItsNameIsTaken()
    {
        using var made = await PostAsync(Worker("worker.li"));
        using var again = await PostAsync(Worker("Worker.LI"));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("\"v1\"", made.Headers.ETag!.Tag);
        Assert.Equal($"/api/accounts/{(await made.JsonAsync()).GetProperty("id").GetString()}", made.Headers.Location!.ToString());
        Assert.Equal((HttpStatusCode.Conflict, "account-exists"), (again.StatusCode, await again.CodeAsync()));
        Assert.Equal(HttpStatusCode.OK, (await App.SignInAsync("worker.li")).StatusCode);
    }

    [Fact]
    public async Task TwoAtTheSameMoment_OneWins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync(Worker("worker.li"))));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task BadAccount_IsRefusedByField()
    {
        using var response = await PostAsync(
            new
            {
                userName = "",
                role = "healthWorker",
                regions = new[] { "441402", "4414x" },
                password = "short",
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = (await response.JsonAsync())
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => $"{error.GetProperty("field").GetString()} {error.GetProperty("code").GetString()}");
        Assert.Equal(["userName required", "displayName required", "regions[1] region-code", "password password-length"], errors);
    }

    [Theory]
    [InlineData("physician", "physicianId")]
    [InlineData("official", "regions")]
    [InlineData("healthWorker", "regions")]
    public async Task RoleWithoutItsScope_IsRefused(string role, string field)
    {
        using var response = await PostAsync(
            new
            {
                userName = "someone",
                displayName = "示例",
                role,
                password = AccessApp.Password,
            }
        );

        Assert.Equal(field, (await response.JsonAsync()).GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task List_GivesEveryAccountOnce_PageByPage()
    {
        for (var i = 0; i < 120; i++)
        {
            await App.HasAsync(Role.Auditor, $"auditor-{i}");
        }
        await App.SignInAsync("auditor-1", "wrong password");

        var first = await (await App.GetAsync("/api/accounts", OperatorToken)).JsonAsync();
        var second = await (
            await App.GetAsync($"/api/accounts?cursor={first.GetProperty("cursor").GetString()}", OperatorToken)
        ).JsonAsync();

        var names = first
            .GetProperty("items")
            .EnumerateArray()
            .Concat(second.GetProperty("items").EnumerateArray())
            .Select(account => account.GetProperty("userName").GetString())
            .ToList();
        Assert.Equal((100, 121), (first.GetProperty("items").GetArrayLength(), names.Distinct().Count()));
        Assert.False(second.TryGetProperty("cursor", out _));
    }

    [Fact]
    public async Task Change_NeedsTheVersionThatWasRead()
    {
        var (account, _) = await App.HasAsync(Role.HealthWorker, "worker.li");
        var change = new { role = "official", regions = new[] { "4414" } };

        Assert.Equal(428, (int)(await PutAsync(account.Id, change, null)).StatusCode);
        Assert.Equal(400, (int)(await PutAsync(account.Id, change, "1")).StatusCode);
        using var changed = await PutAsync(account.Id, change, "\"v1\"");
        Assert.Equal("\"v2\"", changed.Headers.ETag!.Tag);
        Assert.Equal("示例 持有人", (await changed.JsonAsync()).GetProperty("displayName").GetString());
        using var late = await PutAsync(account.Id, change, "\"v1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("official", (await late.JsonAsync()).GetProperty("current").GetProperty("role").GetString());
    }

    [Fact]
    public async Task TwoChangesAtOnce_OneWins()
    {
        var (account, _) = await App.HasAsync(Role.HealthWorker, "worker.li");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PutAsync(account.Id, new { role = "auditor" }, "\"v1\"")));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Disabled_IsOutAtOnceOnThisHost()
    {
        var (account, token) = await App.HasAsync(Role.Auditor, "auditor.wu");
        Assert.Equal(HttpStatusCode.OK, (await App.GetAsync("/api/me", token)).StatusCode);

        await PutAsync(account.Id, new { role = "auditor", disabled = true }, "\"v1\"");

        Assert.Equal(HttpStatusCode.Unauthorized, (await App.GetAsync("/api/me", token)).StatusCode);
    }

    [Fact]
    public async Task Operators_DoNotShutThemselvesOut()
    {
        var id = (await (await App.GetAsync("/api/me", OperatorToken)).JsonAsync()).GetProperty("accountId").GetString()!;

        Assert.Equal("own-account", await (await PutAsync(id, new { role = "operator", disabled = true }, "\"v1\"")).CodeAsync());
        Assert.Equal("own-account", await (await PutAsync(id, new { role = "auditor" }, "\"v1\"")).CodeAsync());
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("nonsense")]
    [InlineData("%27%20or%20true")]
    public async Task UnknownAccount_IsNotFound(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(id, new { role = "auditor" }, "\"v1\"")).StatusCode);

    [Fact]
    public async Task StoredRow_HasTheColumnsOfTheContract_AndNoNameInClear()
    {
        await App.HasAsync(Role.Physician, "dr.chen");

        var rows = await App.Tables.GetTableClient(AccountTable.Name).QueryAsync<TableEntity>().ToListAsync();

        var row = rows.Single(account => account.GetString("Role") is "Physician");
        Assert.Equal(
            ["CreatedAt", "Disabled", "DisplayName", "PasswordHash", "PhysicianId", "Regions", "Role", "Stamp", "UserName", "Version"],
            row.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag", "ETag"]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(row.RowKey[..2], row.PartitionKey);
        Assert.DoesNotContain(
            row,
            column =>
                $"{column.Value}".Contains("chen", StringComparison.OrdinalIgnoreCase)
                || $"{column.Value}".Contains("示例", StringComparison.Ordinal)
        );
        Assert.IsType<byte[]>(row["UserName"]);
    }

    [Fact]
    public async Task FirstOperator_IsMadeOnlyWhileThereIsNoAccount()
    {
        var again = App.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<FirstOperator>().Single();
        await again.StartingAsync(CancellationToken.None);

        Assert.Single((await (await App.GetAsync("/api/accounts", OperatorToken)).JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task AnotherKeyRing_DoesNotStart()
    {
        var strange = new FieldSealer(KeyRing.Create());
        var start = new FirstOperator(
            new AccountTable(App.Tables, strange),
            App.Get<AddAccountHandler>(),
            App.Get<IOptions<AccessOptions>>(),
            NullLogger<FirstOperator>.Instance
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => start.StartingAsync(CancellationToken.None));
    }

    private static object Worker(string userName) =>
        new
        {
            userName,
            displayName = "示例",
            role = "healthWorker",
            regions = new[] { "441402001" },
            password = AccessApp.Password,
        };

    private Task<HttpResponseMessage> PostAsync(object body) => App.SendAsync(HttpMethod.Post, "/api/accounts", OperatorToken, body);

    private Task<HttpResponseMessage> PutAsync(string id, object body, string? ifMatch) =>
        App.SendAsync(HttpMethod.Put, $"/api/accounts/{id}", OperatorToken, body, ifMatch is null ? [] : [("If-Match", ifMatch)]);
}
