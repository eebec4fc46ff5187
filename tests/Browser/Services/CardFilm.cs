using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Alleviation.Tests.Browser.Services;

/// <summary>
/// What a camera sees that a card is held before: the QR code as the page draws it, as one picture of a film (YUV4MPEG2), which the browser
/// shows over and over.
/// </summary>
internal static partial class CardFilm
{
    private const int Side = 480;
    private const byte White = 235;
    private const byte Black = 16;
    private const byte NoColour = 128;

    /// <param name="size">Modules of a side.</param>
    /// <param name="path">Of the SVG: runs of unit squares.</param>
    public static byte[] Of(int size, string path)
    {
        var (module, luma) = (Side / size, new byte[Side * Side]);
        Array.Fill(luma, White);
        foreach (Match run in Run().Matches(path))
        {
            var (column, row, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            for (var line = row * module; line < (row + 1) * module; line++)
            {
                luma.AsSpan((line * Side) + (column * module), length * module).Fill(Black);
            }
        }

        var colour = new byte[Side * Side / 2];
        Array.Fill(colour, NoColour);
        return [.. Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Side} H{Side} F10:1 Ip A1:1 C420mpeg2\nFRAME\n"), .. luma, .. colour];
    }

    private static int Number(Match run, int group) => int.Parse(run.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1")]
    private static partial Regex Run();
}
