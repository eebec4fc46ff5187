using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Support;

/// <summary>Stands between the service and its storage and spoils calls as it is told, over the real protocol.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication _listener;
    private readonly StorageRelay _storage = new();
    private readonly Func<HttpRequest, Fault?> _faultFor;
    private readonly bool _twice;
    private int _faults;

    private FaultProxy(StorageAccount account, Func<HttpRequest, Fault?> faultFor, bool twice)
    {
        (_faultFor, _twice) = (faultFor, twice);
        var (tables, queues) = (FreePort.Next(), FreePort.Next());
        Account = account.Through(tables, queues);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.ListenLocalhost(tables, listen => listen.Protocols = HttpProtocols.Http1);
                kestrel.ListenLocalhost(queues, listen => listen.Protocols = HttpProtocols.Http1);
            });
        builder.Logging.ClearProviders();
        _listener = builder.Build();
        _listener.Run(context =>
            HandleAsync(context, context.Connection.LocalPort == tables ? account.TableEndpoint : account.QueueEndpoint)
        );
    }

    /// <summary>The account, by way of the proxy.</summary>
    public StorageAccount Account { get; }

    public int Faults => _faults;

    /// <param name="twice">Each message is put twice.</param>
    public static async Task<FaultProxy> StartAsync(StorageAccount account, Func<HttpRequest, Fault?>? faultFor = null, bool twice = false)
    {
        var proxy = new FaultProxy(account, faultFor ?? (_ => null), twice);
        await proxy._listener.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _storage.Dispose();
    }

    private async Task HandleAsync(HttpContext context, Uri target)
    {
        var fault = _faultFor(context.Request);
        if (fault is not null)
        {
            Interlocked.Increment(ref _faults);
        }
        if (fault is { IsBehind: false })
        {
            await SpoilAsync(context, fault.Kind);
            return;
        }

        // A caller who gives up does not call back what is on its way.
        var body = await StorageRelay.BodyAsync(context.Request);
        using var answer = await _storage.ForwardAsync(context.Request, body, target);
        if (
            _twice
            && HttpMethods.IsPost(context.Request.Method)
            && context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal)
        )
        {
            (await _storage.ForwardAsync(context.Request, body, target)).Dispose();
        }

        if (fault is not null)
        {
            await SpoilAsync(context, fault.Kind);
        }
        else
        {
            await StorageRelay.AnswerAsync(context.Response, answer);
        }
    }

    private static async Task SpoilAsync(HttpContext context, FaultKind kind)
    {
        switch (kind)
        {
            case FaultKind.Answers500 or FaultKind.Answers503:
                context.Response.StatusCode = kind is FaultKind.Answers500 ? 500 : 503;
                context.Response.Headers["x-ms-error-code"] = kind is FaultKind.Answers500 ? "InternalError" : "ServerBusy";
                break;
            case FaultKind.Hangs:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            default:
                context.Abort();
                break;
        }
    }
}
