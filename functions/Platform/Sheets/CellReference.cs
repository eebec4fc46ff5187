namespace Alleviation.Functions.Platform.Sheets;

/// <summary>References such as <c>AB12</c>: a column in letters and a row.</summary>
public static class CellReference
{
    private const int Letters = 26;
    private const int MaxLetters = 3;

    /// <summary>The column's place, the first being 0.</summary>
    /// <exception cref="FormatException">It is no reference.</exception>
    public static int ColumnOf(string reference)
    {
        var (column, length) = (0, 0);
        while (length < reference.Length && char.IsAsciiLetterUpper(reference[length]))
        {
            if (++length > MaxLetters)
            {
                throw new FormatException("A reference has too many letters.");
            }
            column = (column * Letters) + (reference[length - 1] - 'A' + 1);
        }

        return length > 0 ? column - 1 : throw new FormatException("A reference has no column.");
    }

    /// <summary>The row's number, the first being 1.</summary>
    public static int RowOf(string reference) =>
        int.Parse(reference.AsSpan(reference.IndexOfAnyInRange('0', '9') is >= 0 and var at ? at : 0), Numbers.Plain);

    /// <summary>The column's letters, as a spreadsheet shows them above it.</summary>
    public static string LettersOf(int column)
    {
        var text = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / Letters)
        {
            text = (char)('A' + ((rest - 1) % Letters)) + text;
        }
        return text;
    }
}
