using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

/// <summary>Reading what a client sent.</summary>
public static partial class Requests
{
    public const int MaxBody = 1024 * 1024;

    /// <summary>The body as JSON.</summary>
    /// <exception cref="MalformedRequestException">It is not JSON, too large, or not of this shape.</exception>
    public static async ValueTask<T> ReadJsonAsync<T>(this HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new MalformedRequestException(StatusCodes.Status415UnsupportedMediaType, "not-json");
        }
        var body = await ReadBodyAsync(request, cancellationToken);
        try
        {
            if (NullElement.IsIn(body))
            {
                throw MalformedRequestException.At("");
            }
            return JsonSerializer.Deserialize<T>(body, ApiJson.Options) ?? throw MalformedRequestException.At("");
        }
        catch (JsonException exception)
        {
            throw MalformedRequestException.At(FieldOf(exception.Path));
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBody)
        {
            throw TooLarge();
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBody)
            {
                throw TooLarge();
            }
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static MalformedRequestException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "too-large", "", MaxBody);

    // A path can carry a property name that the client made up: only plain ones are given back.
    private static string FieldOf(string? path) => path is ['$', .. var rest] && PlainPath().IsMatch(rest) ? rest.TrimStart('.') : "";

    [GeneratedRegex(@"^[A-Za-z0-9_.\[\]]{0,200}$")]
    private static partial Regex PlainPath();
}
