using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

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
        var body = await ReadBodyAsync(request, MaxBody, cancellationToken);
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

    /// <summary>The body as it is.</summary>
    /// <param name="type">The media type that it has to have, such as <c>image/jpeg</c>.</param>
    /// <param name="wrongType">Code of the problem where it has another.</param>
    /// <exception cref="MalformedRequestException">It is of another type, or too large.</exception>
    public static Task<byte[]> ReadBytesAsync(
        this HttpRequest request,
        string type,
        string wrongType,
        int most,
        CancellationToken cancellationToken
    ) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var sent) && sent.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
            ? ReadBodyAsync(request, most, cancellationToken)
            : throw new MalformedRequestException(StatusCodes.Status415UnsupportedMediaType, wrongType);

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
        {
            throw TooLarge(most);
        }
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > most)
            {
                throw TooLarge(most);
            }
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static MalformedRequestException TooLarge(int most) => new(StatusCodes.Status413PayloadTooLarge, "too-large", "", most);

    // A path can carry a property name that the client made up: only plain ones are given back.
    private static string FieldOf(string? path) => path is ['$', .. var rest] && PlainPath().IsMatch(rest) ? rest.TrimStart('.') : "";

    [GeneratedRegex(@"^[A-Za-z0-9_.\[\]]{0,200}$")]
    private static partial Regex PlainPath();
}
