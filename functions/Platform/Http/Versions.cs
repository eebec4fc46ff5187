using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

/// <summary>Versions as entity tags: version 3 is <c>"v3"</c>.</summary>
public static class Versions
{
    /// <summary>The version in If-Match, or null where there is none.</summary>
    /// <exception cref="MalformedRequestException">There is one, but not one of ours.</exception>
    public static int? IfMatchVersion(this HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header.Length is 0)
        {
            return null;
        }
        // A proxy that compresses weakens the tag on its way out; the version in it is as good as before.
        var tag = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        var isOurs = tag.Length > 3 && tag.StartsWith("\"v", StringComparison.Ordinal) && tag[^1] is '"';
        if (isOurs && int.TryParse(tag.AsSpan(2, tag.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }
        throw new MalformedRequestException(StatusCodes.Status400BadRequest, "bad-version", "If-Match");
    }

    public static void SetVersion(this HttpResponse response, int version) => response.Headers.ETag = TagOf(version);

    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");
}
