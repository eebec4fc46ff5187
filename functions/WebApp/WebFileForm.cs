using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Alleviation.Functions.WebApp;

/// <param name="ETag">Of these very bytes: the same on every host and after each start, another one for each form of a file.</param>
public sealed record WebFileContent(ReadOnlyMemory<byte> Bytes, EntityTagHeaderValue ETag, DateTimeOffset ChangedAt);

/// <summary>
/// A file as it is sent: plain, or packed. It is read when it is first asked for, and then kept: all of the web app takes 3 MB of memory.
/// </summary>
/// <param name="encoding">For Content-Encoding; null where it is plain.</param>
public sealed class WebFileForm(string file, string? encoding)
{
    // A read that fails is not remembered: the next request tries again.
    private readonly Lazy<WebFileContent> _content = new(() => ContentOf(file), LazyThreadSafetyMode.PublicationOnly);

    public string? Encoding => encoding;

    /// <exception cref="IOException">The file has gone since the folder was read.</exception>
    public WebFileContent Read() => _content.Value;

    private static WebFileContent ContentOf(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        return new WebFileContent(bytes, new EntityTagHeaderValue($"\"{tag}\""), File.GetLastWriteTimeUtc(file));
    }
}
