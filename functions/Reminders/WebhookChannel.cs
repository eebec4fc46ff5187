using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Reminders;

/// <summary>
/// A signed webhook, which gateways of SMS and WeChat take: POST of <c>{id, kind, language, to, text}</c>. The signature is
/// <c>sha256=</c> and the HMAC-SHA256, in hexadecimal, of the timestamp (seconds since 1970), a full stop and the body; a receiver refuses
/// timestamps that are minutes old. <c>Idempotency-Key</c> is the message's id.
/// </summary>
public sealed class WebhookChannel(HttpClient http, IOptions<RemindersOptions> options, TimeProvider clock) : IReminderChannel
{
    public const string TimestampHeader = "X-Alleviation-Timestamp";
    public const string SignatureHeader = "X-Alleviation-Signature";
    public const string IdempotencyHeader = "Idempotency-Key";

    public async Task<ChannelAnswer> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Gateway) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, SignatureOf(options.Value.Secret!, timestamp, body));
        request.Headers.Add(IdempotencyHeader, message.Id);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.AnswerWithin);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return AnswerOf(answer.StatusCode);
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ChannelAnswer(ChannelOutcome.NotNow, "no-answer");
        }
    }

    internal static string SignatureOf(string secret, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{timestamp}."), .. body];
        return $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    private static ChannelAnswer AnswerOf(HttpStatusCode status)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"http-{(int)status}");
        return status switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new ChannelAnswer(ChannelOutcome.Taken),
            // People have to correct a wrong secret or a refusal; the waiting reminders are not dropped because of it.
            HttpStatusCode.Unauthorized
            or HttpStatusCode.Forbidden
            or HttpStatusCode.NotFound
            or HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests => new ChannelAnswer(ChannelOutcome.NotNow, code),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new ChannelAnswer(ChannelOutcome.Refused, code),
            _ => new ChannelAnswer(ChannelOutcome.NotNow, code),
        };
    }
}
