using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Alleviation.Tests.Support;

/// <summary>Real JPEGs, as a browser's canvas makes them.</summary>
public static class SomePicture
{
    private const byte App1 = 0xE1;
    private const byte Comment = 0xFE;

    /// <summary>24 by 16 points, with the colour profile that the browser adds.</summary>
    private static readonly byte[] Canvas = Convert.FromBase64String(
        ""
            + "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA"
            + "ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1"
            + "AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP"
            + "KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/"
            + "2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshIT"
            + "t8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABgDASIAAhEBAxEB/8QAFwABAQEB"
            + "AAAAAAAAAAAAAAAAAAIBA//EABgQAAMBAQAAAAAAAAAAAAAAAAABAhEx/8QAFgEBAQEAAAAAAAAAAAAAAAAABAID/8QAHBEAAQMFAAAAAAAAAA"
            + "AAAAAAAAECAxESEyEi/9oADAMBAAIRAxEAPwDlEqt024UrVpM054Kt0seGGqDXMnz3IvJIAJGn/9k="
    );

    /// <summary>One that differs from those of other numbers.</summary>
    public static byte[] Of(int number = 1) =>
        With(Comment, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)), Canvas);

    /// <summary>As a telephone's camera writes it: model, moment and place before the picture, and a film behind it.</summary>
    public static byte[] OfCamera() =>
        [
            .. With(App1, "Exif\0\0MM\0*GPSLatitude 24.2881 GPSLongitude 116.1176 HUAWEI"u8, With(Comment, "taken at home"u8, Canvas)),
            .. "ftypmp4"u8,
        ];

    /// <summary>Of just so many bytes, also when all is taken out that is no picture.</summary>
    public static byte[] OfSize(int size)
    {
        var kept = Kept;
        var picture = new List<byte>(kept);
        // What is missing stands in the picture itself, before the end.
        picture.InsertRange(kept.Length - 2, new byte[size - kept.Length]);
        return [.. picture];
    }

    private static byte[] Kept =>
        Functions.Platform.Images.JpegFile.TryClean(Canvas, out var clean) ? clean : throw new InvalidOperationException("It is no JPEG.");

    private static byte[] With(byte marker, ReadOnlySpan<byte> content, byte[] picture)
    {
        var segment = new byte[content.Length + 4];
        (segment[0], segment[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(content.Length + 2));
        content.CopyTo(segment.AsSpan(4));
        return [.. picture[..2], .. segment, .. picture[2..]];
    }
}
