using System.Globalization;
using System.Text;
using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

internal static class Numbers
{
    public static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
}

/// <summary>Texts and attributes of a workbook's XML.</summary>
internal static class XmlText
{
    /// <summary>An attribute of any namespace: Excel and the strict format of the standard differ in it.</summary>
    public static string? GetAttributeByLocalName(this XmlReader xml, string name)
    {
        string? found = null;
        for (var has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name && xml.Prefix.Length > 0)
            {
                found = xml.Value;
            }
        }

        xml.MoveToElement();
        return found;
    }

    /// <summary>
    /// The text inside the element that the reader stands on, without phonetic guides; it stands on the element's end then. A text longer
    /// than any cell's is cut, and never held whole.
    /// </summary>
    public static string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var (text, depth, phonetic) = (new StringBuilder(), xml.Depth, int.MaxValue);
        var buffer = new char[256];
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.Depth <= phonetic)
            {
                phonetic = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? xml.Depth : int.MaxValue;
            }
            if (
                xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                || xml.Depth > phonetic
            )
            {
                continue;
            }
            while (text.Length <= CellText.MaxCharacters && xml.ReadValueChunk(buffer, 0, buffer.Length) is > 0 and var length)
            {
                text.Append(buffer, 0, length);
            }
        }

        if (text.Length > CellText.MaxCharacters + 1)
        {
            text.Length = CellText.MaxCharacters + 1;
        }
        return text.ToString();
    }
}
