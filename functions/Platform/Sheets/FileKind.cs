namespace Alleviation.Functions.Platform.Sheets;

/// <summary>What a file is by its first bytes: browsers and people give it any name.</summary>
public enum FileKind
{
    Empty,
    Text,

    /// <summary>A zip archive, as every .xlsx is.</summary>
    Workbook,

    /// <summary>The container of .xls, and of every .xlsx with a password.</summary>
    CompoundFile,
}

public static class FileKinds
{
    private static ReadOnlySpan<byte> Zip => "PK"u8;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileKind Of(ReadOnlySpan<byte> beginning)
    {
        if (beginning.IsEmpty)
        {
            return FileKind.Empty;
        }
        if (beginning.StartsWith(Compound))
        {
            return FileKind.CompoundFile;
        }
        return beginning.StartsWith(Zip) && beginning.Length > 4 && beginning[2] < 0x09 ? FileKind.Workbook : FileKind.Text;
    }
}
