using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alleviation.Functions.Reminders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Reminders;

/// <summary>An SMS gateway: it refuses what is not signed, and answers as it is told.</summary>
public sealed class Gateway : IAsyncDisposable
{
    public const string Secret = "a-secret-of-at-least-32-characters";
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();

    private Gateway(WebApplication app) => _app = app;

    public Func<int, int> Answers { get; set; } = _ => 202;

    /// <summary>Held until it is done.</summary>
    public Task Before { get; set; } = Task.CompletedTask;

    public IReadOnlyList<Received> Messages => [.. _received];

    /// <summary>A service that sends here, and tries again at once.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["Reminders:Gateway"] = $"{_app.Urls.First()}/sms",
            ["Reminders:Secret"] = Secret,
            ["Reminders:FirstWait"] = "00:00:00",
            ["Reminders:AnswerWithin"] = "00:00:05",
        };

    public static async Task<Gateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var gateway = new Gateway(builder.Build());
        gateway._app.Urls.Add("http://127.0.0.1:0");
        gateway._app.MapPost("/sms", gateway.TakeAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var timestamp = request.Headers[WebhookChannel.TimestampHeader].ToString();
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body.ToArray()];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed);
        if (request.Headers[WebhookChannel.SignatureHeader] != "sha256=" + Convert.ToHexString(expected).ToLowerInvariant())
        {
            return Results.Unauthorized();
        }
        var message = JsonDocument.Parse(body.ToArray()).RootElement;
        _received.Enqueue(new Received(request.Headers[WebhookChannel.IdempotencyHeader].ToString(), message));
        await Before;
        return Results.StatusCode(Answers(_received.Count));
    }

    public sealed record Received(string Key, JsonElement Message)
    {
        public string? this[string field] => Message.GetProperty(field).GetString();
    }
}
