using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

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
}
