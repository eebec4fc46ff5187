using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Routing.Patterns;
using Yarp.ReverseProxy.Forwarder;

namespace Alleviation.LocalHost;

/// <summary>
/// Hands a request on to the worker's own web server, and tells the worker by its stream which function answers it: the worker puts the
/// two together by the invocation's id.
/// </summary>
internal sealed class HttpFunctions(
    HostJson host,
    Workers workers,
    Invocations invocations,
    IHttpForwarder forwarder,
    ILogger<HttpFunctions> log
) : IDisposable
{
    private const string Correlation = "x-ms-invocation-id";
    private const string Reason = "This function was programmatically called via the host APIs.";

    // The time is up by functionTimeout, not by a connection on which nothing is said for a while.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromDays(1) };

    /// <summary>How long a request waits for a worker that is being started anew.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    // An invocation that failed may have written its answer just before.
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(2);

    // Answers are handed on as they are.
    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        }
    );

    public static RoutePattern PatternOf(BindingJson trigger, HostJson host) =>
        RoutePatternFactory.Parse($"{host.Extensions.Http.RoutePrefix}/{trigger.Route?.Trim('/')}".Trim('/'));

    public void Map(IEndpointRouteBuilder routes, LocalFunction function)
    {
        var endpoint = routes.Map(PatternOf(function.Trigger, host), http => AnswerAsync(http, function)).WithDisplayName(function.Name);
        if (function.Trigger.Methods is { Length: > 0 } methods)
        {
            endpoint.WithMetadata(new HttpMethodMetadata(methods));
        }
    }

    /// <summary>Routing answers 405 for a route whose functions have other methods; the real host answers 404.</summary>
    public static async Task NotFoundForOtherMethodsAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { StatusCode: 405, HasStarted: false } || http.Items.ContainsKey(Correlation))
        {
            return;
        }
        http.Response.Headers.Allow = default;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public void Dispose() => _client.Dispose();

    private async Task AnswerAsync(HttpContext http, LocalFunction function)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        wait.CancelAfter(MaxWait);
        if (await workers.CurrentOrNoneAsync(wait.Token) is not { } worker)
        {
            Answer(http.Response, StatusCodes.Status503ServiceUnavailable);
            return;
        }

        var given = http.Request.Headers.TraceParent.ToString();
        var request = Invocations.Request(function, new() { Http = new() }, ActivityContext.TryParse(given, null, out _) ? given : null);
        foreach (var (name, value) in http.Request.RouteValues)
        {
            request.TriggerMetadata.Add(name, new() { String = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" });
        }

        // Whatever the client sent under these names: the id puts request and invocation together.
        http.Items[Correlation] = http.Request.Headers[Correlation] = request.InvocationId;
        http.Request.Headers.TraceParent = request.TraceContext.TraceParent;
        http.Request.Headers.Append("X-Forwarded-For", http.Connection.RemoteIpAddress?.ToString());

        using var giveUp = new CancellationTokenSource();
        var running = invocations.RunAsync(function, request, Reason, worker, http.RequestAborted);
        var forwarding = forwarder.SendAsync(http, worker.Answers.Http, _client, Config, HttpTransformer.Empty, giveUp.Token).AsTask();
        var end = await running;
        if (end is not InvocationEnd.Succeeded)
        {
            giveUp.CancelAfter(TimeToAnswer);
        }
        if (await forwarding is ForwarderError.None || http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var fault = http.GetForwarderErrorFeature()?.Exception;
        log.NotForwarded(fault, function.Name, request.InvocationId);
        // What the front itself refused, such as a body that is too long.
        var refused = (fault as AggregateException)?.InnerExceptions.OfType<BadHttpRequestException>().FirstOrDefault();
        var gone = end is InvocationEnd.TimedOut ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status503ServiceUnavailable;
        if (http.Response.HasStarted)
        {
            http.Abort();
        }
        else
        {
            Answer(http.Response, refused?.StatusCode ?? gone);
        }
    }

    private static void Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        if (status is StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "2";
        }
    }
}
