namespace Alleviation.Functions.Platform.Sheets;

/// <summary>What spreadsheets and input methods put around the text that people meant.</summary>
public static class CellText
{
    /// <summary>Longer than any field may be. What goes beyond is cut off, and the line refused for it.</summary>
    public const int MaxCharacters = 500;

    private const int FullWidthOffset = 0xFEE0;

    /// <summary>
    /// Full-width letters and digits become plain ones (and punctuation, too, where the cell is not people's own words); spaces and
    /// marks around the text and the apostrophe that says "this is text" go.
    /// </summary>
    public static string Tidy(string? cell, bool freeText)
    {
        if (string.IsNullOrEmpty(cell))
        {
            return "";
        }
        var text = string.Create(
            cell.Length,
            (cell, freeText),
            static (characters, from) =>
            {
                for (var index = 0; index < characters.Length; index++)
                {
                    characters[index] = Plain(from.cell[index], from.freeText);
                }
            }
        );

        // The apostrophe comes from our own refused.csv, or from a cell that was told to be text.
        var tidy = text.AsSpan().Trim(Around).TrimStart("'‘’").Trim(Around);
        return tidy[..Math.Min(tidy.Length, MaxCharacters + 1)].ToString();
    }

    private const string Around = " \t\r\n\u00A0\u3000\u200B\uFEFF\u200E\u200F\0";

    private static char Plain(char character, bool freeText) =>
        character switch
        {
            '\u3000' or '\u00A0' => ' ',
            '\r' or '\n' or '\t' when freeText => ' ',
            (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') => (char)(character - FullWidthOffset),
            (>= '！' and <= '～') when !freeText => (char)(character - FullWidthOffset),
            _ => character,
        };
}
