using Alleviation.Tests.Local.Host.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Local.Host.Samples;

public sealed class HttpSamples(Journal journal)
{
    [Function("Http_Default")]
    public IResult Default([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => TypedResults.Text(request.Method);

    [Function("Http_Read")]
    public async Task<IResult> ReadAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{thingId}")] HttpRequest request, string thingId)
    {
        await Task.Yield();
        return TypedResults.Text($"{request.Path}: read {thingId}");
    }

    [Function("Http_Write")]
    public static IResult Write([HttpTrigger(AuthorizationLevel.Anonymous, "put", "POST", Route = "/things/{thingId}")] HttpRequest request, string thingId) =>
        TypedResults.Text($"{request.Method} {thingId}");

    [Function("Http_Typed")]
    public IResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "typed/{number}/{id}/{note?}")] HttpRequest request, int number, Guid id, string? note, FunctionContext context) =>
        TypedResults.Text($"{number + 1} {id:N} {note ?? "none"} {context.BindingContext.BindingData["number"]}");

    [Function("Http_Constrained")]
    public IResult Constrained([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "constrained/{number:int:min(3)}")] HttpRequest request, int number) =>
        TypedResults.Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Function("Http_CatchAll")]
    public IResult CatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string path) => TypedResults.Text($"all: {path}");

    [Function("Http_Void")]
    public async Task VoidAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => await request.HttpContext.Response.WriteAsync("written");

    [Function("Http_Fails")]
    public Task<IResult> FailsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => throw new InvalidOperationException("a secret");

    [Function("Http_Json")]
    public IResult Json([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => TypedResults.Ok(new { Some = "thing", Day = DayOfWeek.Friday });

    [Function("Http_Body")]
    public async Task<IResult> BodyAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return TypedResults.Text($"{(await reader.ReadToEndAsync()).Length}");
    }

    [Function("Http_Waits")]
    public async Task WaitsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await journal.WaitAtGateAsync(cancellationToken);
            journal.Write("went on");
        }
        catch (OperationCanceledException)
        {
            journal.Write("cancelled");
            throw;
        }
    }

    [Function("Http_Scope")]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) => TypedResults.Text(
        $"{ReferenceEquals(context.InstanceServices, request.HttpContext.RequestServices)} {ReferenceEquals(context.GetHttpContext(), request.HttpContext)}");
}
