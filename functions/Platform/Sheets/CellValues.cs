namespace Alleviation.Functions.Platform.Sheets;

/// <summary>What a cell of a workbook says, as text.</summary>
internal sealed class CellValues(IReadOnlyList<string> texts, CellFormats formats, bool isFrom1904)
{
    /// <summary>Larger numbers are no longer exact in a workbook: written as 4.4E+17, so that nobody takes them for an ID.</summary>
    private const double LargestExact = 999_999_999_999_999;

    /// <summary>In days: what lies between the two calendars of workbooks.</summary>
    private const int From1904 = 1462;

    /// <summary>29 February 1900, which does not exist but which Excel counts.</summary>
    private const int DayThatNeverWas = 60;

    /// <param name="type">The cell's t: s, str, inlineStr, b, e, d, n.</param>
    /// <param name="value">Null where the file has none.</param>
    /// <param name="formula">Null where the cell has none.</param>
    public string? Of(string? type, int style, string? value, string? formula)
    {
        // Saved by a program that does not calculate: what it would show nobody knows.
        if (formula is not null && string.IsNullOrEmpty(value) && type is not ("str" or "s"))
        {
            return "=" + formula;
        }
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }
        return type switch
        {
            "s" => int.TryParse(value, Numbers.Plain, out var index) && index >= 0 && index < texts.Count
                ? texts[index]
                : throw new InvalidDataException("A cell points at no text."),
            "str" or "inlineStr" or "e" => value,
            "b" => value is "1" or "true" ? "TRUE" : "FALSE",
            "d" => value,
            _ => double.TryParse(value, Numbers.Plain, out var number) ? OfNumber(number, formats.Of(style)) : value,
        };
    }

    private string OfNumber(double number, CellFormat format)
    {
        if (format.IsDate && DateOf(number) is { } date)
        {
            return date;
        }
        if (Math.Abs(number) > LargestExact)
        {
            return number.ToString("E", Numbers.Plain);
        }
        var text = number.ToString(Numbers.Plain);
        return format.Digits > text.Length && text.All(char.IsAsciiDigit) ? text.PadLeft(format.Digits, '0') : text;
    }

    private string? DateOf(double number)
    {
        var days = isFrom1904 ? number + From1904 : number;
        if (days is < 0 or >= 2_958_466 || !double.IsFinite(days))
        {
            return null;
        }
        if (days < 1)
        {
            return DateTime.FromOADate(days).ToString("HH:mm:ss", Numbers.Plain);
        }
        var date = DateTime.FromOADate(days < DayThatNeverWas ? days + 1 : days);
        // Excel keeps seconds as fractions of a day: half a millisecond is rounding.
        date = new DateTime(
            (date.Ticks + (TimeSpan.TicksPerMillisecond / 2)) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond
        );
        return date.TimeOfDay.Ticks is 0
            ? date.ToString("yyyy-MM-dd", Numbers.Plain)
            : date.ToString("yyyy-MM-dd'T'HH:mm:ss", Numbers.Plain);
    }
}
