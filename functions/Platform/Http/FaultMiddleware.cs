using Alleviation.Functions.Platform.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Platform.Http;

/// <summary>The one place that turns faults into answers. An answer names the trace, never the cause.</summary>
public sealed partial class FaultMiddleware(ILogger<FaultMiddleware> log) : IFunctionsWorkerMiddleware
{
    private const int ClientClosedRequest = 499;
    private const string RetryAfterSeconds = "2";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } httpContext)
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception) when (httpContext.RequestAborted.IsCancellationRequested && !httpContext.Response.HasStarted)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception exception) when (!httpContext.Response.HasStarted)
        {
            await AnswerFor(exception, context.FunctionDefinition.Name, httpContext).ExecuteAsync(httpContext);
        }
    }

    private IResult AnswerFor(Exception exception, string function, HttpContext httpContext)
    {
        switch (exception)
        {
            case MalformedRequestException malformed:
                return new ProblemAnswer(malformed.Status, malformed.Code, malformed.Arguments)
                {
                    Errors = malformed.Field is "" ? [] : [new FieldError(malformed.Field, malformed.Code, [.. malformed.Arguments])],
                };
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Answers.Problem(StatusCodes.Status413PayloadTooLarge, "too-large", Requests.MaxBody);
            case BadHttpRequestException:
                return Answers.Problem(StatusCodes.Status400BadRequest, "malformed");
            case ChangedMeanwhileException:
                // To be tried again as it is: nobody has to decide anything.
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Answers.Problem(StatusCodes.Status503ServiceUnavailable, "contended");
            case OperationCanceledException:
            case var fault when StorageFault.IsOne(fault):
                Unavailable(FaultTrace.Of(exception), function, httpContext.TraceId());
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Answers.Problem(StatusCodes.Status503ServiceUnavailable, "storage-unavailable");
            default:
                Failed(FaultTrace.Of(exception), function, httpContext.TraceId());
                return Answers.Problem(StatusCodes.Status500InternalServerError, "fault");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} was answered 503 ({TraceId}): {Fault}")]
    private partial void Unavailable(string fault, string function, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed ({TraceId}): {Fault}")]
    private partial void Failed(string fault, string function, string traceId);
}
