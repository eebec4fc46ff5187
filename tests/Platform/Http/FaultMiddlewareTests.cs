using System.Text;
using Alleviation.Functions.Platform.Http;
using Alleviation.Tests.Access;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Moq;

namespace Alleviation.Tests.Platform.Http;

public sealed class FaultMiddlewareTests : IDisposable
{
    private const string Secret = "张三 440000200001010000";
    private readonly LogLines _log = new();
    private readonly DefaultHttpContext _http = new() { Response = { Body = new MemoryStream() } };

    public void Dispose() => _log.Dispose();

    public static TheoryData<Exception, int> Faults => new()
    {
        { new MalformedRequestException(400, "bad-cursor", "cursor"), 400 },
        { new BadHttpRequestException(Secret, 413), 413 },
        { new BadHttpRequestException(Secret), 400 },
        { new RequestFailedException(503, Secret), 503 },
        { new RequestFailedException(0, Secret), 503 },
        { new RequestFailedException(429, Secret), 503 },
        { new AggregateException(new RequestFailedException(500, Secret), new TaskCanceledException("", new TimeoutException())), 503 },
        { new OperationCanceledException(), 503 },
        { new TimeoutException(Secret), 503 },
        { new DependencyDownException("issuer"), 503 },
        { new RequestFailedException(412, Secret), 500 },
        { new InvalidOperationException(Secret), 500 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_IsAnsweredWithoutItsText(Exception fault, int status)
    {
        var body = await InvokeAsync(fault);

        Assert.Equal(status, _http.Response.StatusCode);
        Assert.Contains("traceId", body, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("张三", StringComparison.Ordinal));
        Assert.Equal(status is 503, _http.Response.Headers.RetryAfter.Count > 0);
    }

    [Fact]
    public async Task ClientThatHangsUp_GetsNoAnswerAndNoErrorLine()
    {
        _http.RequestAborted = new CancellationToken(canceled: true);

        var body = await InvokeAsync(new OperationCanceledException());

        Assert.Equal((499, ""), (_http.Response.StatusCode, body));
        Assert.Empty(_log.Lines);
    }

    private async Task<string> InvokeAsync(Exception fault)
    {
        using var loggers = new LoggerFactory([_log]);
        var context = new Mock<FunctionContext>();
        context.Setup(one => one.Items).Returns(new Dictionary<object, object> { ["HttpRequestContext"] = _http });
        context.Setup(one => one.FunctionDefinition).Returns(Mock.Of<FunctionDefinition>(definition => definition.Name == "Some_Function"));
        await new FaultMiddleware(loggers.CreateLogger<FaultMiddleware>()).Invoke(context.Object, _ => Task.FromException(fault));
        return Encoding.UTF8.GetString(((MemoryStream)_http.Response.Body).ToArray());
    }
}
