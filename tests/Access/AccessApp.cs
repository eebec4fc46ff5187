using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Access;

/// <summary>The whole app on an empty storage account, with an operator and a clock that the test moves.</summary>
public sealed class AccessApp : IAsyncDisposable
{
    public const string OperatorName = "operator.one";
    public const string Password = "correct horse battery";
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    private readonly AppUnderTest _app;
    private int _accounts;

    private AccessApp(AppUnderTest app, TestClock clock, LogLines log, TableServiceClient tables)
    {
        (_app, Clock, Log, Tables) = (app, clock, log, tables);
        Client = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { { "Accept-Language", "en" } } };
    }

    public HttpClient Client { get; }

    public TestClock Clock { get; }

    public LogLines Log { get; }

    public TableServiceClient Tables { get; }

    public T Get<T>()
        where T : notnull => _app.Get<T>();

    /// <param name="settings">Names and values.</param>
    public static async Task<AccessApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var storage = await Azurite.NewAccountAsync();
        var (clock, log, tables) = (new TestClock(Afternoon), new LogLines(), new TableServiceClient(storage.ConnectionString));
        var all = new Dictionary<string, string?>
        {
            ["Access:FirstOperator:UserName"] = OperatorName,
            ["Access:FirstOperator:Password"] = Password,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }
        var app = await AppUnderTest.StartAsync(
            clock,
            storage,
            settings: all,
            services: services =>
            {
                services.TryAddSingleton(tables);
                services.AddSingleton<ILoggerProvider>(log);
            }
        );
        return new AccessApp(app, clock, log, tables);
    }

    public Task<HttpResponseMessage> SignInAsync(string userName, string password = Password) =>
        Client.PostAsJsonAsync("/api/sign-in", new { userName, password });

    public async Task<string> TokenOfAsync(string userName, string password = Password)
    {
        using var response = (await SignInAsync(userName, password)).EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    /// <summary>A new account of the role, and its token.</summary>
    public async Task<(Account Account, string Token)> HasAsync(Role role, string? userName = null)
    {
        userName ??= $"{role}-{Interlocked.Increment(ref _accounts)}";
        var physicianId = role is Role.Physician ? "physician-1" : null;
        var account = await Get<AddAccountHandler>()
            .HandleAsync(new AddAccountRequest(userName, "示例 持有人", role, ["441402"], physicianId, Password), CancellationToken.None);
        return (account!, Get<AccountTokens>().Issue(account!).Token);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? token = null,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, token, null, headers);

    /// <summary>The rows of the audit, as they are stored.</summary>
    public Task<List<TableEntity>> AuditRowsAsync() =>
        Tables.GetTableClient(AuditTable.Name).QueryAsync<TableEntity>().ToListAsync().AsTask();

    public async Task RefusesAsync(string token)
    {
        using var response = await GetAsync("/api/me", token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _app.Storage.ClearAsync();
    }
}

internal static class Responses
{
    public static async Task<string?> CodeAsync(this HttpResponseMessage response) =>
        (await response.JsonAsync()).GetProperty("code").GetString();
}
