using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Tests.LocalHost;

/// <summary>Bodies of requests and answers pass through while they are sent.</summary>
public sealed class HttpBodyTests
{
    private const int MaxBody = 104_857_600;

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
