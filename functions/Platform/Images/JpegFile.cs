using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Alleviation.Functions.Platform.Images;

/// <summary>
/// A JPEG as it may be kept: complete, and without what a camera writes about itself, its owner and the place (EXIF, XMP, comments,
/// thumbnails, whatever follows the picture). Nothing is decoded, so that a hostile file costs no more than its bytes.
/// </summary>
public static class JpegFile
{
    /// <summary>Four times what a phone sends; a browser need not unfold more to show it.</summary>
    private const int MaxSide = 8_192;

    private const byte Escape = 0xFF;
    private const byte FirstFrame = 0xC0;
    private const byte LastReadableFrame = 0xC2;
    private const byte HuffmanTables = 0xC4;
    private const byte ArithmeticTables = 0xCC;
    private const byte LastFrame = 0xCF;
    private const byte FirstRestart = 0xD0;
    private const byte LastRestart = 0xD7;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte QuantizationTables = 0xDB;
    private const byte RestartInterval = 0xDD;
    private const byte App0 = 0xE0;
    private const byte App14 = 0xEE;

    /// <summary>What tells how the colours are meant: identifier, version, flags and transform.</summary>
    private const int AdobeLength = 12;

    /// <summary>Identifier, version, density, and a thumbnail of no size.</summary>
    private const int JfifLength = 14;

    /// <returns>False where it is no JPEG that browsers show, or not all of one.</returns>
    public static bool TryClean(ReadOnlySpan<byte> file, [NotNullWhen(true)] out byte[]? clean)
    {
        clean = null;
        if (file.Length < 4 || file[0] is not Escape || file[1] is not Start)
        {
            return false;
        }
        var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        var (at, seen) = (2, new Seen());
        while (TryReadMarker(file, ref at, out var marker))
        {
            if (marker is End)
            {
                kept.Write([Escape, End]);
                clean = seen.IsPicture ? kept.ToArray() : null;
                return clean is not null;
            }
            if (!TryReadSegment(file, ref at, out var content) || !seen.Accepts(marker, content))
            {
                return false;
            }
            Keep(kept, marker, content);
            if (marker is Scan)
            {
                var length = LengthOfScan(file[at..]);
                if (length is 0)
                {
                    return false;
                }
                kept.Write(file.Slice(at, length));
                at += length;
            }
        }

        return false;
    }

    private static bool TryReadMarker(ReadOnlySpan<byte> file, ref int at, out byte marker)
    {
        marker = 0;
        if (at >= file.Length || file[at] is not Escape)
        {
            return false;
        }
        // Any number of fill bytes may stand before a marker.
        while (at < file.Length && file[at] is Escape)
        {
            at++;
        }
        if (at >= file.Length)
        {
            return false;
        }
        marker = file[at++];
        return marker is not 0;
    }

    private static bool TryReadSegment(ReadOnlySpan<byte> file, ref int at, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (file.Length - at < 2)
        {
            return false;
        }
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        if (length < 2 || file.Length - at < length)
        {
            return false;
        }
        content = file.Slice(at + 2, length - 2);
        at += length;
        return true;
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> content)
    {
        switch (marker)
        {
            case App0 when content.Length >= JfifLength && content.StartsWith("JFIF\0"u8):
                WriteSegment(kept, marker, [.. content[..(JfifLength - 2)], 0, 0]);
                break;
            case App14 when content.Length >= AdobeLength && content.StartsWith("Adobe"u8):
                WriteSegment(kept, marker, content[..AdobeLength]);
                break;
            case (>= FirstFrame and <= LastFrame) or Scan or QuantizationTables or RestartInterval:
                WriteSegment(kept, marker, content);
                break;
        }
    }

    private static void WriteSegment(MemoryStream kept, byte marker, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [Escape, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
        kept.Write(head);
        kept.Write(content);
    }

    /// <summary>Up to the next marker; within a scan an escape is followed by zero or by a restart.</summary>
    private static int LengthOfScan(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] is Escape && rest[at + 1] is not (0 or Escape or (>= FirstRestart and <= LastRestart)))
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>What a picture needs before it can be shown.</summary>
    private sealed class Seen
    {
        private bool _hasFrame;
        private bool _hasQuantization;
        private bool _hasHuffman;
        private bool _hasScan;

        public bool IsPicture => _hasScan;

        public bool Accepts(byte marker, ReadOnlySpan<byte> content)
        {
            switch (marker)
            {
                case HuffmanTables:
                    _hasHuffman = true;
                    return content.Length > 16;
                case QuantizationTables:
                    _hasQuantization = true;
                    return content.Length > 64;
                case >= FirstFrame and <= LastReadableFrame:
                    var isFirst = !_hasFrame;
                    _hasFrame = true;
                    return isFirst && IsFrame(content);
                case ArithmeticTables or (> LastReadableFrame and <= LastFrame):
                    // Lossless, hierarchical, arithmetic: no browser shows these.
                    return false;
                case Scan:
                    _hasScan = _hasFrame && _hasQuantization && _hasHuffman;
                    return _hasScan && content.Length >= 6 && content.Length == 4 + (2 * content[0]);
                default:
                    return marker is not (Start or (>= FirstRestart and <= LastRestart));
            }
        }

        private static bool IsFrame(ReadOnlySpan<byte> content) =>
            content.Length >= 6
            && content[0] is 8
            && BinaryPrimitives.ReadUInt16BigEndian(content[1..]) is > 0 and <= MaxSide
            && BinaryPrimitives.ReadUInt16BigEndian(content[3..]) is > 0 and <= MaxSide
            && content[5] is (1 or 3 or 4)
            && content.Length == 6 + (3 * content[5]);
    }
}
