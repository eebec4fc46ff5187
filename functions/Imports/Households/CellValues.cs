using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Imports.Households;

/// <summary>Dates and numbers as people and spreadsheets write them.</summary>
public static partial class CellValues
{
    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFF"];

    public static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(DatePart(text), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>A date with or without a time of day, in China's time unless an offset says otherwise.</summary>
    public static bool TryMoment(string text, out DateTimeOffset moment)
    {
        if (text.Contains('T', StringComparison.Ordinal) && HasOffset().IsMatch(text))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
        }

        moment = default;
        if (!TryDate(text, out var date)) { return false; }
        var time = TimeOnly.MinValue;
        var timePart = text[DatePart(text).Length..].TrimStart('T', ' ');
        if (timePart.Length > 0 && !TimeOnly.TryParseExact(timePart, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)) { return false; }
        moment = new DateTimeOffset(date.ToDateTime(time), ChinaTime.Offset);
        return true;
    }

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>A long number that a spreadsheet took for an amount: its last digits are gone for good.</summary>
    public static bool LostDigits([NotNullWhen(true)] string? text) => text is not null && Scientific().IsMatch(text);

    public static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>The parts of a cell that holds several: apart by semicolons, and by commas where the whole is no name of its own.</summary>
    public static string[] Parts(string text, Func<string, bool> isName) =>
        [.. Split(text, ';', '；', '|', '\n').SelectMany(part => isName(part) ? [part] : Split(part, ',', '，', '、'))];

    private static string[] Split(string text, params char[] separators) => text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string DatePart(string text) => text.Split(' ', 'T')[0];

    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"(Z|[+-]\d\d:?\d\d)$")]
    private static partial Regex HasOffset();
}
