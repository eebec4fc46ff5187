namespace Alleviation.Functions.Imports.Lines;

/// <summary>
/// Over how many partitions the lines of an import are spread: by the first one or two characters of the household's fingerprint.
/// </summary>
internal static class LineSpread
{
    /// <summary>Held in memory until it is known whether more come: a few MB.</summary>
    public const int FewLines = 3_200;

    public static int WidthFor(int lines) => lines <= FewLines ? 1 : 2;
}
