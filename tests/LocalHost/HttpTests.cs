using System.Globalization;
using System.Net;
using Alleviation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.LocalHost;

public sealed class HttpTests
{
    private const string Correlation = "x-ms-invocation-id";
    private const int MaxBody = 104_857_600;

    [Fact]
    public async Task Request_ReachesTheWorkerTogetherWithItsInvocation()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things/{thingId}/{note?}");
        HttpRequest? seen = null;
        var headers = new Dictionary<string, string>();
        worker.OnRequest = http =>
        {
            seen = http.Request;
            foreach (var header in http.Request.Headers)
            {
                headers[header.Key] = header.Value.ToString();
            }
            return http.Response.WriteAsync($"{http.Request.Path}{http.Request.QueryString}");
        };
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();
        client.DefaultRequestHeaders.Add(Correlation, "made-up-by-the-client");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var text = await client.GetStringAsync("api/things/17?x=1");

        Assert.Equal("/api/things/17?x=1", text);
        var invocation = Assert.Single(worker.Invocations);
        Assert.Equal(("id-of-Read", "17"), (invocation.FunctionId, invocation.TriggerMetadata["thingId"].String));
        Assert.Equal(invocation.InvocationId, headers[Correlation]);
        Assert.Equal(
            "203.0.113.9,127.0.0.1",
            headers["X-Forwarded-For"].Replace(" ", "", StringComparison.Ordinal).Replace("::ffff:", "", StringComparison.Ordinal)
        );
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", invocation.TraceContext.TraceParent);
        Assert.Equal(invocation.TraceContext.TraceParent, headers["traceparent"]);
    }

    [Fact]
    public async Task Request_WithoutATrace_BeginsOne()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things");
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();
        client.DefaultRequestHeaders.Add("traceparent", "not a trace");

        await client.GetStringAsync("api/things");

        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", Assert.Single(worker.Invocations).TraceContext.TraceParent);
    }

    [Theory]
    [InlineData("DELETE", "api/things")]
    [InlineData("GET", "api/nothing")]
    [InlineData("GET", "things")]
    [InlineData("GET", "")]
    public async Task WhatNoFunctionAnswers_Is404AndNeverReachesTheWorker(string method, string path)
    {
        using var worker = new FakeWorker().HasHttp("Read", "things");
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.Allow);
        Assert.Empty(worker.Invocations);
    }

    [Fact]
    public async Task AnswerOfTheFunction_IsLeftAsItIs()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things");
        worker.OnRequest = http =>
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.ETag = "\"v1\"";
            return http.Response.WriteAsync("no");
        };
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();

        using var answer = await client.GetAsync("api/things");

        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, "\"v1\"", "no"),
            (answer.StatusCode, answer.Headers.ETag?.Tag, await answer.Content.ReadAsStringAsync())
        );
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Download_ComesWhileItIsWritten()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things");
        var gate = new TaskCompletionSource();
        worker.OnRequest = async http =>
        {
            await http.Response.WriteAsync("first");
            await http.Response.Body.FlushAsync();
            await gate.Task;
            await http.Response.WriteAsync("second");
        };
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();

        using var answer = await client.GetAsync("api/things", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[100];
        Assert.Equal(5, await body.ReadAtLeastAsync(buffer, 5));
        gate.SetResult();
        Assert.Equal(6, await body.ReadAtLeastAsync(buffer, 6));
    }

    [Fact]
    public async Task Upload_ArrivesWhileItIsSent_AndMayHaveAHundredMegabytes()
    {
        using var worker = new FakeWorker().HasHttp("Take", "things", """["post"]""");
        var arrived = new TaskCompletionSource();
        worker.OnRequest = async http =>
        {
            var (buffer, sum) = (new byte[64 * 1024], 0L);
            for (int read; (read = await http.Request.Body.ReadAsync(buffer)) > 0; sum += read)
            {
                arrived.TrySetResult();
            }
            await http.Response.WriteAsync(sum.ToString(CultureInfo.InvariantCulture));
        };
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();

        using var body = new Slowly(MaxBody, arrived.Task);
        using var answer = await client.PostAsync("api/things", body);

        Assert.Equal("104857600", await answer.Content.ReadAsStringAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/things") { Content = new ByteArrayContent(new byte[MaxBody + 1]) };
        // Refused before it is sent.
        request.Headers.ExpectContinue = true;
        using var tooMuch = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.StatusCode);
    }

    [Fact]
    public async Task ClientThatHangsUp_CancelsTheInvocation()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things");
        var cancelled = new TaskCompletionSource();
        worker.OnInvoke = async (_, token) =>
            await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => cancelled.SetResult(), TaskScheduler.Default);
        worker.OnRequest = async http => await Task.Delay(Timeout.Infinite, http.RequestAborted);
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();
        using var hangUp = new CancellationTokenSource();

        var asking = client.GetAsync("api/things", hangUp.Token);
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 1));
        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task FunctionBeyondItsTime_IsCancelledAndAnswered504()
    {
        using var worker = new FakeWorker("""{"version":"2.0","functionTimeout":"00:00:01"}""").HasHttp("Read", "things");
        worker.OnInvoke = async (_, token) => await Task.Delay(Timeout.Infinite, token);
        worker.OnRequest = async http => await Task.Delay(Timeout.Infinite, http.RequestAborted);
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();

        using var answer = await client.GetAsync("api/things");

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal(1, worker.Starts);
    }

    [Fact]
    public async Task WorkerThatDies_Answers503ToWhatItHad_AndIsFollowedByAnother()
    {
        using var worker = new FakeWorker().HasHttp("Read", "things").HasHttp("Wait", "waits");
        worker.OnRequest = async http =>
        {
            if (http.Request.Path.Value!.EndsWith("waits", StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
            await http.Response.WriteAsync("answered");
        };
        worker.OnInvoke = (request, token) => request.FunctionId == "id-of-Wait" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask;
        await using var host = await FakeHost.StartAsync(worker);
        using var client = host.Client();

        var waiting = client.GetAsync("api/waits");
        await Eventually.TrueAsync(() => Task.FromResult(worker.Invocations.Count == 1));
        worker.Current!.Kill();

        using var failed = await waiting;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), failed.Headers.RetryAfter?.Delta);
        // Sent while there is none: it waits for the next.
        Assert.Equal("answered", await client.GetStringAsync("api/things"));
        Assert.Equal(2, worker.Starts);
    }

    private sealed class Slowly(int length, Task beforeTheLastByte) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var chunk = new byte[1024 * 1024];
            for (var sent = 0; sent < length; sent += chunk.Length)
            {
                await stream.WriteAsync(chunk);
                await beforeTheLastByte;
            }
        }

        protected override bool TryComputeLength(out long bytes) => (bytes = length) > 0;
    }
}
