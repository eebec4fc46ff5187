using System.Net;
using Alleviation.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.LocalHost;

/// <summary>Requests whose client, time or worker ends before their answer.</summary>
public sealed class HttpInterruptionTests
{
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
}
