using System.Text.RegularExpressions;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>Text for a CSV that will be opened in a spreadsheet.</summary>
public static partial class SpreadsheetText
{
    private const string BeginningsOfFormulas = "=+-@\t\r|＝＋－＠";

    /// <summary>
    /// An apostrophe before what a spreadsheet would compute (a formula that somebody typed as a name), round (a citizen ID), shorten
    /// (leading zeros) or take for something else (1.38E+10 for 13800000000, 1-2 and 3月5日 for dates, TRUE).
    /// <see cref="CellText.Tidy"/> takes it away again.
    /// </summary>
    public static string Guard(string text)
    {
        if (text.Length is 0)
        {
            return text;
        }
        var isChanged =
            BeginningsOfFormulas.Contains(text[0], StringComparison.Ordinal)
            || (Interpreted().IsMatch(text) && text.Any(char.IsDigit) && !SafeNumber().IsMatch(text))
            || Words().IsMatch(text);
        return isChanged ? $"'{text}" : text;
    }

    /// <summary>Digits and what stands between and around them in numbers, dates and times.</summary>
    [GeneratedRegex(@"^[\d\s.,:/\\\-+()%¥￥$€eE年月日时分秒点上下午AaPpMm]+$")]
    private static partial Regex Interpreted();

    /// <summary>Beyond eleven digits a spreadsheet shows 4.41E+17, and it drops zeros at both ends.</summary>
    [GeneratedRegex(@"^(0|[1-9]\d{0,10})(\.\d{0,5}[1-9])?$")]
    private static partial Regex SafeNumber();

    [GeneratedRegex(@"^(true|false|(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[-/ ]?\d{1,4})$", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
