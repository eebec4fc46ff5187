using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

/// <summary>
/// Where the next page begins, as text that a client only hands back. The check value is against mangled cursors, not against
/// forgery: a page never shows what its caller may not see, wherever it begins.
/// </summary>
public static class Cursor
{
    private const int CheckLength = 4;
    private const int MaxLength = 2048;

    public static string Of(params string[] parts)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(parts);
        return Base64Url.EncodeToString([.. Check(content), .. content]);
    }

    /// <summary>The parts of the cursor in the query string, or null on the first page.</summary>
    /// <exception cref="MalformedRequestException">It is not a cursor of so many parts.</exception>
    public static IReadOnlyList<string>? CursorParts(this HttpRequest request, int parts) => Parse(request.Query["cursor"], parts);

    internal static string[]? Parse(string? text, int parts)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            throw Bad();
        }
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= CheckLength || !bytes.AsSpan(0, CheckLength).SequenceEqual(Check(bytes.AsSpan(CheckLength))))
        {
            throw Bad();
        }
        return Read(bytes.AsSpan(CheckLength)) is { } read && read.Length == parts && read.All(part => part is not null)
            ? read
            : throw Bad();
    }

    // Anybody can work the check value out.
    private static string[]? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Check(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..CheckLength];

    internal static MalformedRequestException Bad() => new(StatusCodes.Status400BadRequest, "bad-cursor", "cursor");
}
