namespace Alleviation.Functions.Imports.Files;

/// <summary>Text for a CSV that will be opened in a spreadsheet.</summary>
public static class SpreadsheetText
{
    /// <summary>Beyond this a spreadsheet rounds, or shows 4.41E+17.</summary>
    private const int LongestNumber = 11;

    private const string BeginningsOfFormulas = "=+-@\t\r|＝＋－＠";

    /// <summary>
    /// An apostrophe before what a spreadsheet would compute (a formula that somebody typed as a name), round (a citizen ID) or shorten
    /// (leading zeros). <see cref="CellText.Tidy"/> takes it away again.
    /// </summary>
    public static string Guard(string text)
    {
        if (text.Length is 0) { return text; }
        var isNumber = text.All(char.IsAsciiDigit) && (text.Length > LongestNumber || (text.Length > 1 && text[0] is '0'));
        return isNumber || BeginningsOfFormulas.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
    }
}
