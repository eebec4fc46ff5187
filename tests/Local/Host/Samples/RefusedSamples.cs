using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Alleviation.Tests.Local.Host.Samples;

/// <summary>Functions that the local edition must not start with.</summary>
public sealed class RefusedSamples
{
    [Function("Refused_Binding")]
    public void Binding([BlobTrigger] string blob) => _ = blob;

    [Function("Refused_SecondBinding")]
    public void SecondBinding([QueueTrigger("text")] string text, [BlobTrigger] string blob) => _ = text + blob;

    [Function("Refused_NoTrigger")]
    public void NoTrigger(string text) => _ = text;

    [Function("Refused_Output")]
    [QueueOutput]
    public void Output([QueueTrigger("text")] string text) => _ = text;

    [Function("Refused_Key")]
    public IResult Key([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => TypedResults.Text(request.Path);

    [Function("Refused_Result")]
    public IActionResult Result([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new OkObjectResult(request.Path);

    [Function("Refused_Request")]
    public IResult Request([HttpTrigger(AuthorizationLevel.Anonymous, "post")] Uri request) => TypedResults.Text(request.ToString());

    [Function("Refused_NoSuchRouteValue")]
    public IResult NoSuchRouteValue([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b}")] HttpRequest request, string c) => TypedResults.Text(request.Path + c);

    [Function("Refused_RouteValueType")]
    public IResult RouteValueType([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b}")] HttpRequest request, Uri b) => TypedResults.Text(request.Path + b);

    [Function("Refused_Body")]
    public IResult Body([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b}")] HttpRequest request, [FromBody] string b) => TypedResults.Text(request.Path + b);

    [Function("Refused_Route")]
    public IResult Route([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b")] HttpRequest request) => TypedResults.Text(request.Path);

    [Function("Refused_QueueType")]
    public void QueueType([QueueTrigger("text")] Stream stream) => _ = stream;

    [Function("Refused_QueueResult")]
    public Task<string> QueueResult([QueueTrigger("text")] string text) => Task.FromResult(text);

    [Function("Refused_QueueName")]
    public void QueueName([QueueTrigger("No_Name")] string text) => _ = text;

    [Function("Refused_Setting")]
    public void Setting([QueueTrigger("%No:Such:Setting%")] string text) => _ = text;

    [Function("Refused_Schedule")]
    public void Schedule([TimerTrigger("*/5 * * * *")] TimerInfo timer) => _ = timer;

    [Function("Refused_TimerType")]
    public void TimerType([TimerTrigger("0 */5 * * * *")] string timer) => _ = timer;

    [Function("Refused_Twin")]
    public void Twin([QueueTrigger("text")] string text) => _ = text;

    [Function("refused_twin")]
    public void OtherTwin([QueueTrigger("text")] string text) => _ = text;

    [Function("Refused_Route_One")]
    public IResult RouteOne([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "same/{one}")] HttpRequest request) => TypedResults.Text(request.Path);

    [Function("Refused_Route_Two")]
    public IResult RouteTwo([HttpTrigger(AuthorizationLevel.Anonymous, "PUT", Route = "Same/{two}")] HttpRequest request) => TypedResults.Text(request.Path);
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class BlobTriggerAttribute : TriggerBindingAttribute;

internal sealed class QueueOutputAttribute : BindingAttribute;
