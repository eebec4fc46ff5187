using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports.Households;

/// <summary>
/// Telephone numbers as lists have them: （0753）2345678, 0753-2345678转802, 13800000001/13900000001, +86 138…. The first number that can
/// be read counts; where the cell says more than that, or nothing that can be read, its text is kept beside it.
/// </summary>
public static partial class PhoneText
{
    /// <param name="Number">Digits, with a leading + where it had one; null where none can be read.</param>
    /// <param name="AsGiven">The cell's text where the number does not say all of it.</param>
    public readonly record struct Phone(string? Number, string? AsGiven);

    public static Phone Read(string text)
    {
        var tidy = Dashes().Replace(CellText.Tidy(text, freeText: false), "-");
        var parts = Between().Split(tidy).Where(part => part.Length > 0).ToList();
        var numbers = parts.Select(NumberOf).OfType<string>().ToList();
        var isWhole = parts.Count == numbers.Count && numbers.Distinct().Count() is 1 && !Extension().IsMatch(tidy);
        return new Phone(numbers.FirstOrDefault(), isWhole ? null : text.Trim());
    }

    private static string? NumberOf(string part)
    {
        var digits = Decoration().Replace(Extension().Replace(part, ""), "");
        if (digits.StartsWith("+86", StringComparison.Ordinal))
        {
            digits = digits[3..];
        }
        else if (MobileWithCountry().IsMatch(digits))
        {
            digits = digits[2..];
        }
        return Form().IsMatch(digits) && !Rounded().IsMatch(digits) ? digits : null;
    }

    [GeneratedRegex("[—–−‐‑―ー]+")]
    private static partial Regex Dashes();

    [GeneratedRegex("[/;,、|或]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"(转|分机|ext\.?)\s*\d{1,6}$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[\s()\-]")]
    private static partial Regex Decoration();

    [GeneratedRegex("^86(1[3-9][0-9]{9}|0[0-9]{9,11})$")]
    private static partial Regex MobileWithCountry();

    /// <summary>
    /// A mobile number, a landline with its area code, a local one, or an international one; what has the length of a mobile must be one.
    /// </summary>
    [GeneratedRegex(@"^(1[3-9][0-9]{9}|0[1-9][0-9]{8,10}|[2-9][0-9]{6,7}|\+[1-9][0-9]{6,14})$")]
    private static partial Regex Form();

    /// <summary>13800000000: what a spreadsheet makes of 1.38E+10.</summary>
    [GeneratedRegex("^1[0-9]{2,4}0{6,}$")]
    private static partial Regex Rounded();
}
