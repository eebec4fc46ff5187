using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>A phone's camera: real JPEGs, made by the browser's canvas, and how they come into the page.</summary>
internal static class Camera
{
    /// <summary>Says that the camera was held upright: what is wide in the file is high to whoever looks at it.</summary>
    private static readonly byte[] HeldUpright =
    [
        .. (byte[])[0xFF, 0xE1, 0x00, 0x22],
        .. "Exif\0\0MM\0*\0\0\0\b\0\u0001"u8,
        .. (byte[])[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00],
    ];

    public static FilePayload File(string name, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = "image/jpeg",
            Buffer = bytes,
        };

    public static Task PicksAsync(Window window, params FilePayload[] files) =>
        window.Page.Locator("input[type=file][multiple]").SetInputFilesAsync(files);

    /// <summary>A real JPEG, as noisy as what a camera makes of grass: its file is large.</summary>
    public static async Task<byte[]> TakesAsync(Window window, int width = 2_400, int height = 1_800)
    {
        var url = await window.Page.EvaluateAsync<string>(
            """
            ([width, height]) => {
              const canvas = Object.assign(document.createElement('canvas'), { width, height })
              const drawing = canvas.getContext('2d')
              const points = drawing.createImageData(width, height)
              for (let at = 0, seed = 7; at < points.data.length; at++) {
                seed = (seed * 1103515245 + 12345) & 0x7fffffff
                points.data[at] = at % 4 === 3 ? 255 : (seed >> 16) & 255
              }
              drawing.putImageData(points, 0, 0)
              return canvas.toDataURL('image/jpeg', 0.8)
            }
            """,
            new[] { width, height }
        );
        var picture = Convert.FromBase64String(url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        return [.. picture[..2], .. HeldUpright, .. picture[2..]];
    }
}
