using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alleviation.Demo.Loading;

/// <summary>The service's HTTP API as somebody signed in sees it.</summary>
internal sealed class ServiceClient(Uri address) : IDisposable
{
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = UploadTimeout };

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync("api/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var session = await AskAsync(Post("api/sign-in", JsonContent.Create(new { userName, password })), cancellationToken);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());
    }

    /// <returns>False where the answer is the one conflict that is expected: it is there already.</returns>
    public async Task<bool> AddAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, JsonSerializerOptions.Web, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.Conflict)
        {
            return false;
        }
        await ReadAsync(answer, path, cancellationToken);
        return true;
    }

    public async Task<JsonElement> SendListAsync(string path, Stream list, CancellationToken cancellationToken)
    {
        var content = new StreamContent(list) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return await AskAsync(Post(path, content), cancellationToken);
    }

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Post(string path, HttpContent content) => new(HttpMethod.Post, path) { Content = content };

    private async Task<JsonElement> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (var answer = await _http.SendAsync(request, cancellationToken))
        {
            return await ReadAsync(answer, request.RequestUri!.ToString(), cancellationToken);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, string path, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new DemoException($"{path}: {(int)answer.StatusCode} {text}");
        }
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
