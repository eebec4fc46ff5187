using System.Buffers.Text;
using System.Text.Json;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>A stored document and the version of its schema: <c>v2 {…}</c>.</summary>
internal static class VersionedJson
{
    private const byte Mark = (byte)'v';
    private const byte Blank = (byte)' ';

    public static byte[] Join(int version, ReadOnlySpan<byte> json)
    {
        Span<byte> head = stackalloc byte[12];
        head[0] = Mark;
        if (!Utf8Formatter.TryFormat(version, head[1..], out var digits))
        {
            throw new ArgumentOutOfRangeException(nameof(version));
        }
        head[digits + 1] = Blank;
        return [.. head[..(digits + 2)], .. json];
    }

    /// <exception cref="JsonException">It does not begin with a version.</exception>
    public static (int Version, ReadOnlyMemory<byte> Json) Split(ReadOnlyMemory<byte> stored)
    {
        var text = stored.Span;
        return
            text.Length > 2
            && text[0] == Mark
            && Utf8Parser.TryParse(text[1..], out int version, out var digits)
            && version > 0
            && text.Length > digits + 1
            && text[digits + 1] == Blank
            ? (version, stored[(digits + 2)..])
            : throw new JsonException("A stored document has no version: it was written by a program older than version 1 of the storage.");
    }
}
