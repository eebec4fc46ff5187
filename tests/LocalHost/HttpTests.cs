using System.Net;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.LocalHost;

public sealed class HttpTests
{
    private const string Correlation = "x-ms-invocation-id";

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
}
