using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>
/// UTF-8 or GB18030, which Excel in China still writes: told apart by the first bytes, because a name in GB18030 is hardly ever
/// well-formed UTF-8, and a list without a single Chinese letter in its beginning reads the same in both.
/// </summary>
public static class TextEncoding
{
    private const string Gb18030 = "GB18030";

    /// <summary>Null where the bytes are not text.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> beginning)
    {
        if (beginning.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }
        if (beginning.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }
        if (beginning.Contains((byte)0))
        {
            return null;
        }
        return IsUtf8(beginning) ? Encoding.UTF8 : Encoding.GetEncoding(Gb18030);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // Not the final block: what is cut off may be the beginning of a letter that goes on behind the bytes that we have.
        var status = Utf8.ToUtf16(bytes, new char[bytes.Length], out _, out _, replaceInvalidSequences: false, isFinalBlock: false);
        return status is not OperationStatus.InvalidData;
    }
}
