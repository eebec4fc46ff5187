using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alleviation.Load.Recording;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Floor;

/// <summary>Signs a call and sends it: nothing else stands between it and the socket.</summary>
internal sealed class BareClient(EmulatorAccount account) : IDisposable
{
    private const int Attempts = 3;
    private static readonly byte[] Key = Convert.FromBase64String(EmulatorAccount.Key);
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 256,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
        }
    );
    private long _calls;

    public EmulatorAccount Account => account;

    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Sends a recorded call with another target, body or guard.</summary>
    public async Task<(int Status, byte[] Answer)> SendAsync(
        RecordedCall call,
        string target,
        string body,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TrySendAsync(call, target, body, cancellationToken);
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                // The emulator closes a connection that was quiet for five seconds, now and then under a call that is on its way.
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, byte[] Answer)> TrySendAsync(
        RecordedCall call,
        string target,
        string body,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _calls);
        using var request = new HttpRequestMessage(
            HttpMethod.Parse(call.Method),
            (call.IsQueue ? account.QueueOrigin : account.TableOrigin) + target
        );
        if (body.Length > 0 || call.Method is not ("GET" or "DELETE"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }
        foreach (var (name, value) in call.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        Sign(request, call, target);
        using var answer = await _http.SendAsync(request, cancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private void Sign(HttpRequestMessage request, RecordedCall call, string target)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        var resource = $"/{account.Name}{path}" + (query == "comp=metadata" ? "?comp=metadata" : "");
        var text = call.IsQueue
            ? $"{call.Method}\n\n{ContentTypeOf(call)}\n\n{CanonicalHeaders(call, date)}{resource}"
            : $"{date}\n{resource}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)));
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {account.Name}:{signature}");
    }

    private static string ContentTypeOf(RecordedCall call) =>
        call.Headers.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private static string CanonicalHeaders(RecordedCall call, string date) =>
        string.Concat(
            call.Headers.Append(KeyValuePair.Create("x-ms-date", date))
                .Where(header => header.Key.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
                .OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
                .Select(header => $"{header.Key.ToLowerInvariant()}:{header.Value}\n")
        );
}
