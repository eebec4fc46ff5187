using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alleviation.Load.Works;

/// <summary>One call of the API at a time, with the account that makes it.</summary>
internal sealed class WorkClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };

    public async Task<byte[]> SendAsync(
        HttpMethod method,
        string path,
        AuthenticationHeaderValue token,
        CancellationToken cancellationToken,
        JsonNode? body = null,
        int? version = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = token } };
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        }
        if (version is { } read)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(string.Create(null, $"\"v{read}\"")));
        }
        using var answer = await _http.SendAsync(request, cancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? bytes
            : throw new LoadException(
                $"{method} {path} was answered {(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(bytes)}"
            );
    }

    public async Task<JsonElement> GetAsync(string path, AuthenticationHeaderValue token, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<JsonElement>(await SendAsync(HttpMethod.Get, path, token, cancellationToken));

    public void Dispose() => _http.Dispose();
}
