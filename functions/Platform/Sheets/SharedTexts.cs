using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>The texts that a workbook's cells point at.</summary>
internal static class SharedTexts
{
    /// <summary>A list of 100,000 lines has some 500,000 different ones.</summary>
    private const int Max = 2_000_000;

    public static List<string> Read(XmlReader xml)
    {
        using (xml)
        {
            var texts = new List<string>();
            while (xml.Read())
            {
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    continue;
                }
                if (texts.Count == Max)
                {
                    throw new SheetFileException(SheetFault.WorkbookTooLarge);
                }
                texts.Add(XmlText.Read(xml));
            }

            return texts;
        }
    }
}
