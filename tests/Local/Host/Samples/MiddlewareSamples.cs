using Alleviation.Tests.Local.Host.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Alleviation.Tests.Local.Host.Samples;

public sealed class MiddlewareSamples(Journal journal)
{
    [Function("Middleware_Http")]
    public IResult Http([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        journal.Write("function");
        return new WritingResult(journal);
    }

    [Function("Middleware_Queue")]
    public void Queue([QueueTrigger("middleware")] string text) => journal.Write(text);

    private sealed class WritingResult(Journal journal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            journal.Write("result");
            return httpContext.Response.WriteAsync("the function's answer");
        }
    }

    public sealed class Outer(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.Features.Set(new Note($"noted by outer for {context.FunctionDefinition.Name}"));
            journal.Write("outer begins");
            await next(context);
            journal.Write("outer ends");
        }
    }

    public sealed class Inner(Journal journal) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journal.Write($"inner: {context.Features.Get<Note>()?.Text}, {context.GetHttpContext()?.Request.Path.Value ?? "no request"}");
            if (context.GetHttpContext() is { } http && http.Request.Query.ContainsKey("stop"))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                await http.Response.WriteAsync("stopped");
                return;
            }

            await next(context);
        }
    }

    public sealed record Note(string Text);
}
