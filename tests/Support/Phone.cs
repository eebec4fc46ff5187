using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alleviation.Tests.Support;

/// <summary>Sends as a health worker's phone does: where no answer or a fault comes, the same again, until it is taken.</summary>
public sealed class Phone : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly HttpClient _client;

    public Phone(Uri service, string token)
    {
        _client = new HttpClient { BaseAddress = service, Timeout = TimeSpan.FromSeconds(15) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <returns>The household's id.</returns>
    public async Task<string> EnrolAsync(object household, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (await TryEnrolAsync(household, patience.Token) is { } id)
            {
                return id;
            }
            await Task.Delay(100, patience.Token);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<string?> TryEnrolAsync(object household, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.PostAsJsonAsync("/api/households", household, cancellationToken);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                return null;
            }
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
            return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return null;
        }
    }
}
