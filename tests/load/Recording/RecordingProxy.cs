using System.Collections.Concurrent;
using System.Text;
using Alleviation.Load.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Alleviation.Load.Recording;

/// <summary>
/// Stands between the service and the emulator and writes down each call. Signatures hold: they cover the path, not the port.
/// </summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly string[] Unkept =
    [
        "Host",
        "Connection",
        "Transfer-Encoding",
        "Content-Length",
        "Authorization",
        "Date",
        "x-ms-date",
        "User-Agent",
        "Expect",
        "traceparent",
    ];

    private readonly HttpClient _emulator = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        }
    );
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly WebApplication _app;

    private RecordingProxy(EmulatorAccount account)
    {
        Account = account with { TablePort = FreePort.Next(), QueuePort = FreePort.Next() };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(Account.TablePort);
            kestrel.ListenLocalhost(Account.QueuePort);
        });
        _app = builder.Build();
        _app.Run(http => ForwardAsync(http, http.Connection.LocalPort == Account.QueuePort ? account.QueueOrigin : account.TableOrigin));
    }

    /// <summary>The account as it is reached through the proxy.</summary>
    public EmulatorAccount Account { get; }

    public static async Task<RecordingProxy> StartAsync(EmulatorAccount account, CancellationToken cancellationToken)
    {
        var proxy = new RecordingProxy(account);
        await proxy._app.StartAsync(cancellationToken);
        return proxy;
    }

    /// <summary>What was recorded since the last time, in the order of the answers.</summary>
    public IReadOnlyList<RecordedCall> Take()
    {
        var calls = new List<RecordedCall>();
        while (_calls.TryDequeue(out var call))
        {
            calls.Add(call);
        }
        return calls;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _emulator.Dispose();
    }

    private async Task ForwardAsync(HttpContext http, string origin)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), origin + target);
        if (body.Length > 0 || http.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body.ToArray());
        }
        foreach (var (name, value) in http.Request.Headers)
        {
            if (name is "Host" or "Connection" or "Transfer-Encoding" or "Content-Length")
            {
                continue;
            }
            if (!request.Headers.TryAddWithoutValidation(name, value.ToString()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        using var answer = await _emulator.SendAsync(request, http.RequestAborted);
        var bytes = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        _calls.Enqueue(
            new RecordedCall(
                http.Connection.LocalPort == Account.QueuePort,
                http.Request.Method,
                target,
                [
                    .. http
                        .Request.Headers.Where(header => !Unkept.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                        .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())),
                ],
                Encoding.UTF8.GetString(body.ToArray()),
                (int)answer.StatusCode,
                Encoding.UTF8.GetString(bytes)
            )
        );
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers))
        {
            if (header.Key is not ("Connection" or "Keep-Alive" or "Transfer-Encoding" or "Content-Length"))
            {
                http.Response.Headers[header.Key] = header.Value.ToArray();
            }
        }

        if (bytes.Length > 0)
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
