using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alleviation.Demo.Year;

/// <summary>What the service answered: the status, what stands in the body, and the version where there is one.</summary>
internal sealed record YearAnswer(HttpStatusCode Status, JsonElement Body, string? ETag)
{
    public bool IsDone => (int)Status < 300;

    /// <summary>For whoever looks for the reason of a refusal: the problem's type where there is one, and its fields; no content.</summary>
    public string CodeOrStatus =>
        Body.ValueKind is not JsonValueKind.Object ? Status.ToString()
        : Body.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array
            ? string.Join(' ', errors.EnumerateArray().Select(error => $"{error.GetProperty("field")}:{error.GetProperty("code")}"))
        : Body.TryGetProperty("code", out var code) ? $"{Status} {code}"
        : Status.ToString();
}

/// <summary>Calls of many people at the service's API; each call bears the token of whoever makes it.</summary>
internal sealed class YearClient(Uri address) : IDisposable
{
    private const int Attempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public Task<YearAnswer> GetAsync(string token, string path, CancellationToken cancellationToken) =>
        SendAsync(token, HttpMethod.Get, path, body: null, ifMatch: null, cancellationToken);

    /// <summary>Again where the service is busy or somebody changed the household meanwhile; everything sent bears its own id.</summary>
    public async Task<YearAnswer> SendAsync(
        string token,
        HttpMethod method,
        string path,
        object? body,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TryAsync(token, method, path, body, ifMatch, cancellationToken);
            if ((int)answer.Status < 500 || attempt == Attempts)
            {
                return answer;
            }
            await Task.Delay(Pause * attempt, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<YearAnswer> TryAsync(
        string token,
        HttpMethod method,
        string path,
        object? body,
        string? ifMatch,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        request.Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web);
        using var answer = await _http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return new YearAnswer(
            answer.StatusCode,
            text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text),
            answer.Headers.ETag?.ToString()
        );
    }
}
