using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Imports.Households;

/// <summary>Dates and numbers as people and spreadsheets write them.</summary>
public static partial class CellValues
{
    /// <summary>In digits: what a spreadsheet keeps of a number; the others become zeros.</summary>
    private const int Kept = 15;

    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFF"];

    private static readonly HashSet<string> Errors = new(
        ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>A whole day; a time of day is allowed only where it is midnight, which is what a spreadsheet adds by itself.</summary>
    public static bool TryDate(string text, out DateOnly date)
    {
        var (day, time) = Split(text);
        date = default;
        return (time.Length is 0 || (TryTime(time, out var read) && read == TimeOnly.MinValue))
            && TryDay(day, out date)
            && TimeRange.Holds(date);
    }

    /// <summary>
    /// A day, or the last one of a month or a year. 2018.1 is none: it may have been 2018.10 before a spreadsheet took it for an amount.
    /// </summary>
    public static bool TryLastDay(string text, out DateOnly date)
    {
        if (TryDate(text, out date))
        {
            return true;
        }
        if (Period().Match(text) is not { Success: true } period)
        {
            return false;
        }
        var year = int.Parse(period.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var month = period.Groups["month"].Success ? int.Parse(period.Groups["month"].ValueSpan, CultureInfo.InvariantCulture) : 12;
        if (year is 0 || month is < 1 or > 12)
        {
            return false;
        }
        date = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return TimeRange.Holds(date);
    }

    /// <summary>
    /// The code of the text that says why something is no date. A month without a day is none: nobody knows which day was meant.
    /// </summary>
    public static string WhyNoDate(string text)
    {
        if (Month().IsMatch(text))
        {
            return "import-month";
        }
        return TryParseMoment(text, out var moment) && !TimeRange.Holds(moment) ? "import-year" : "import-date";
    }

    /// <summary>A date with or without a time of day, in China's time unless an offset says otherwise.</summary>
    public static bool TryMoment(string text, out DateTimeOffset moment) => TryParseMoment(text, out moment) && TimeRange.Holds(moment);

    private static bool TryParseMoment(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (HasOffset().IsMatch(text))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
        }
        var (day, timeOfDay) = Split(text);
        var time = TimeOnly.MinValue;
        if (!TryDay(day, out var date) || (timeOfDay.Length > 0 && !TryTime(timeOfDay, out time)))
        {
            return false;
        }
        // The first day that there is began in China before there was any day.
        if (date == DateOnly.MinValue)
        {
            return false;
        }
        moment = new DateTimeOffset(date.ToDateTime(time), ChinaTime.Offset);
        return true;
    }

    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>A long number that a spreadsheet took for an amount: its last digits are gone for good, or stand there as zeros.</summary>
    public static bool LostDigits([NotNullWhen(true)] string? text) =>
        text is not null
        && (Scientific().IsMatch(text) || (text.Length > Kept && text.All(char.IsAsciiDigit) && text.AsSpan(Kept).TrimStart('0').IsEmpty));

    /// <summary>What a spreadsheet shows where a formula fails, or a formula that it has not calculated.</summary>
    public static string? FaultOf(string text) =>
        Errors.Contains(text) || text.All(letter => letter is '#') ? "import-cell-error"
        : text[0] is '=' ? "import-formula"
        : null;

    public static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>The parts of a cell that holds several: apart by semicolons, and by commas where the whole is no name of its own.</summary>
    public static string[] Parts(string text, Func<string, bool> isName) =>
        [.. Split(text, ';', '；', '|', '\n').SelectMany(part => isName(part) ? [part] : Split(part, ',', '，', '、'))];

    private static string[] Split(string text, params char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Day, string Time) Split(string text) =>
        text.IndexOfAny([' ', 'T']) is > 0 and var at ? (text[..at], text[(at + 1)..].Trim()) : (text, "");

    private static bool TryDay(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    [GeneratedRegex(@"^-?\d(\.\d+)?E[+-]?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^\d{4}\D+\d{1,2}月?$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<year>\d{4})(?:年度?|年(?<month>\d{1,2})月?|[-/](?<month>\d{1,2})|\.(?<month>\d{2}))?$")]
    private static partial Regex Period();

    [GeneratedRegex(@"T.*(Z|[+-]\d\d:?\d\d)$")]
    private static partial Regex HasOffset();
}
