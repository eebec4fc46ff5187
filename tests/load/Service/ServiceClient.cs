using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alleviation.Load.Service;

/// <summary>The service's API as its people see it.</summary>
internal sealed class ServiceClient : IDisposable
{
    public const string Operator = "load-operator";
    public const string Password = "Load-4f7c-2b9e-61d0";
    private const string City = "4414";
    private const int Attempts = 20;

    private readonly HttpClient _http;
    private readonly List<AuthenticationHeaderValue> _tokens = [];

    /// <summary>One of the offices.</summary>
    public AuthenticationHeaderValue Office => _tokens[0];

    private ServiceClient(Uri address) =>
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(10),
        };

    /// <summary>A roster, and health workers' offices that send in turn: no single account's audit bears everything.</summary>
    public static async Task<ServiceClient> SetUpAsync(Uri address, CancellationToken cancellationToken, int offices = 8)
    {
        var client = new ServiceClient(address);
        var token = await client.SignInAsync(Operator, cancellationToken);
        client._http.DefaultRequestHeaders.Authorization = token;
        await using (var roster = File.OpenRead(Paths.Roster))
        {
            await client.PostAsync("api/imports?purpose=roster&enrol=whenClear", new StreamContent(roster), token, cancellationToken);
        }
        for (var number = 1; number <= offices; number++)
        {
            var userName = string.Create(CultureInfo.InvariantCulture, $"load-office-{number}");
            var account = new
            {
                userName,
                displayName = userName,
                role = "healthWorker",
                regions = new[] { City },
                password = Password,
            };
            await client.PostAsync("api/accounts", JsonContent.Create(account), token, cancellationToken);
            client._tokens.Add(await client.SignInAsync(userName, cancellationToken));
        }

        return client;
    }

    /// <summary>Sends as a phone does: where the service is busy, the same again after the pause that it asks for.</summary>
    /// <returns>The answer, which has to be 202, or 200 where a busy answer hid that it was taken.</returns>
    public async Task<JsonElement> EnrolAsync(int number, byte[] household, CancellationToken cancellationToken)
    {
        using var answer = await PatientlyAsync(
            () =>
                new HttpRequestMessage(HttpMethod.Post, "api/households")
                {
                    Content = new ByteArrayContent(household) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
                    Headers = { Authorization = _tokens[number % _tokens.Count] },
                },
            cancellationToken
        );
        return await ReadAsync("api/households", answer, cancellationToken);
    }

    public Task<JsonElement> ImportAsync(Stream list, CancellationToken cancellationToken)
    {
        var content = new StreamContent(list) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return PostAsync("api/imports?enrol=whenClear", content, _tokens[0], cancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<JsonElement>(await GetBytesAsync(path, _tokens[0], cancellationToken));

    /// <summary>A new account of the physician, signed in.</summary>
    public async Task<AuthenticationHeaderValue> SignInPhysicianAsync(string physicianId, CancellationToken cancellationToken)
    {
        var userName = $"load-{physicianId}";
        var account = new
        {
            userName,
            displayName = userName,
            role = "physician",
            regions = Array.Empty<string>(),
            physicianId,
            password = Password,
        };
        await PostAsync("api/accounts", JsonContent.Create(account), _http.DefaultRequestHeaders.Authorization!, cancellationToken);
        return await SignInAsync(userName, cancellationToken);
    }

    /// <summary>The answer as it came, not read.</summary>
    public async Task<byte[]> GetBytesAsync(string path, AuthenticationHeaderValue token, CancellationToken cancellationToken)
    {
        using var answer = await PatientlyAsync(
            () => new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = token } },
            cancellationToken
        );
        return await BytesAsync(path, answer, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Where the service is busy, the same again after the pause that it asks for.</summary>
    private async Task<HttpResponseMessage> PatientlyAsync(Func<HttpRequestMessage> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = ask();
            var answer = await _http.SendAsync(request, cancellationToken);
            if (answer is not { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } pause } || attempt == Attempts)
            {
                return answer;
            }
            answer.Dispose();
            await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task<AuthenticationHeaderValue> SignInAsync(string userName, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync("api/sign-in", new { userName, password = Password }, cancellationToken);
        var session = await ReadAsync("api/sign-in", answer, cancellationToken);
        return new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());
    }

    private async Task<JsonElement> PostAsync(
        string path,
        HttpContent content,
        AuthenticationHeaderValue token,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { Authorization = token } };
        using var answer = await _http.SendAsync(request, cancellationToken);
        return await ReadAsync(path, answer, cancellationToken);
    }

    private static async Task<JsonElement> ReadAsync(string path, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await BytesAsync(path, answer, cancellationToken);
        return body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
    }

    private static async Task<byte[]> BytesAsync(string path, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? body
            : throw new LoadException($"{path} was answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}");
    }
}
