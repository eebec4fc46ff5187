using System.Text;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>Words of sheets as they are compared: what people write differently and mean alike is the same.</summary>
public static class SheetWords
{
    /// <summary>"*身份证号 (必填)", "ID number" and "id_number" are headings, too: only letters before the first bracket count.</summary>
    public static string OfHeading(string heading)
    {
        var simple = new StringBuilder(heading.Length);
        foreach (var character in CellText.Tidy(heading, freeText: false))
        {
            if (character is '(' or '[')
            {
                break;
            }
            if (char.IsLetterOrDigit(character))
            {
                simple.Append(char.ToLowerInvariant(character));
            }
        }

        return simple.ToString();
    }

    /// <summary>Blanks, widths and the size of letters do not count; brackets do.</summary>
    public static string OfCell(string text)
    {
        var simple = new StringBuilder(text.Length);
        foreach (var character in CellText.Tidy(text, freeText: false).Where(character => !char.IsWhiteSpace(character)))
        {
            simple.Append(char.ToLowerInvariant(character));
        }

        return simple.ToString();
    }
}
