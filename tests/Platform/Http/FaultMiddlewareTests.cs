using Alleviation.Functions.Platform.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Alleviation.Tests.Platform.Http;

public sealed class FaultMiddlewareTests
{
    /// <summary>The host writes the exceptions of queue and timer functions into its log, with their messages.</summary>
    [Fact]
    public async Task WhatTheHostIsTold_QuotesNobody()
    {
        var context = new Mock<FunctionContext>();
        context.Setup(functionContext => functionContext.Items).Returns(new Dictionary<object, object>());
        var middleware = new FaultMiddleware(NullLogger<FaultMiddleware>.Instance);

        var failure = await Assert.ThrowsAsync<FunctionFailedException>(() =>
            middleware.Invoke(context.Object, _ => throw new InvalidOperationException("欧阳慎独", new FormatException("13987650001")))
        );

        Assert.Contains("InvalidOperationException < FormatException", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳慎独", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13987650001", failure.ToString(), StringComparison.Ordinal);
    }
}
