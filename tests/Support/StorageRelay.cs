using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Alleviation.Tests.Support;

/// <summary>Hands a call on to storage as it came, and the answer back.</summary>
internal sealed class StorageRelay : IDisposable
{
    private readonly HttpMessageInvoker _storage = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = 256,
        }
    );

    public static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    public async Task<HttpResponseMessage> ForwardAsync(HttpRequest request, byte[] body, Uri target)
    {
        // As it came: the address is signed.
        var address = new Uri(
            string.Create(
                CultureInfo.InvariantCulture,
                $"http://{target.Authority}{request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget}"
            )
        );
        using var forward = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (body.Length > 0 || request.ContentLength is not null)
        {
            forward.Content = new ByteArrayContent(body);
        }
        foreach (var (name, values) in request.Headers)
        {
            if (name is "Host" or "Connection" or "Transfer-Encoding" or "Content-Length" or "Expect")
            {
                continue;
            }
            if (!forward.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                forward.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return await _storage.SendAsync(forward, CancellationToken.None);
    }

    public static async Task AnswerAsync(HttpResponse response, HttpResponseMessage answer)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Keep-Alive"))
            {
                response.Headers[name] = values.ToArray();
            }
        }

        var body = await answer.Content.ReadAsByteArrayAsync();
        if (body.Length > 0)
        {
            await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
        }
    }

    public void Dispose() => _storage.Dispose();
}
