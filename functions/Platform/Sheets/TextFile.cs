using System.Text;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>How a text file is to be read: by its first bytes.</summary>
public sealed record TextFile(Encoding Encoding, char Separator)
{
    private const int Beginning = 64 * 1024;

    /// <summary>Titles, dates and the office's name stand above the headings of many lists.</summary>
    private const int RowsLookedAt = 20;

    private static readonly char[] Separators = [',', '\t', ';', FullWidthCommas.Comma];

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static async Task<byte[]> BeginningOfAsync(Stream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[Beginning];
        return bytes[..await file.ReadAtLeastAsync(bytes, Beginning, throwOnEndOfStream: false, cancellationToken)];
    }

    /// <exception cref="SheetFileException">The bytes are not text.</exception>
    public static TextFile Of(byte[] beginning, Func<string, bool> isHeading)
    {
        var encoding = TextEncoding.Of(beginning) ?? throw new SheetFileException(SheetFault.NotAList);
        var lines = encoding.GetString(beginning).Split('\n').Take(RowsLookedAt).ToArray();
        return new TextFile(encoding, Separators.MaxBy(separator => lines.Max(line => line.Split(separator).Count(isHeading))));
    }
}
