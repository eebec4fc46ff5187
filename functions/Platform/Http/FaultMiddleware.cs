using Alleviation.Functions.Platform.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Platform.Http;

/// <summary>
/// The one place that turns faults into answers. An answer names the trace, never the cause; and what the host is told of a fault that
/// it has to deal with itself, to be written into its log, quotes nothing that somebody typed.
/// </summary>
public sealed partial class FaultMiddleware(ILogger<FaultMiddleware> log) : IFunctionsWorkerMiddleware
{
    private const int ClientClosedRequest = 499;
    private const string RetryAfterSeconds = "2";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var httpContext = context.GetHttpContext();
        try
        {
            await next(context);
        }
        catch (Exception) when (httpContext is { RequestAborted.IsCancellationRequested: true, Response.HasStarted: false })
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception exception) when (httpContext is { Response.HasStarted: false })
        {
            await AnswerFor(exception, context.FunctionDefinition.Name, httpContext).ExecuteAsync(httpContext);
        }
        catch (Exception exception)
        {
            // The host deals with these itself: a message that will be redelivered, a timer, an answer that was broken off.
            throw new FunctionFailedException(FaultTrace.Of(exception));
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
            case FunctionInputConverterException:
                // A route value that passes its constraint and yet is no number, such as 00: there is nothing under that address.
                return Answers.NotFound();
            case BadHttpRequestException:
                return Answers.Problem(StatusCodes.Status400BadRequest, "malformed");
            case ChangedMeanwhileException:
                // The client may repeat the request unchanged.
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
