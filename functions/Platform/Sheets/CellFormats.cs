using System.Text;
using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>How a number is shown.</summary>
/// <param name="IsDate">As a date or a time of day.</param>
/// <param name="Digits">With leading zeros up to so many digits; 0 where without.</param>
internal readonly record struct CellFormat(bool IsDate, int Digits);

/// <summary>The number formats of a workbook's cells, by the style that a cell names.</summary>
internal sealed class CellFormats(IReadOnlyList<CellFormat> byStyle)
{
    public static readonly CellFormats None = new([]);

    public CellFormat Of(int style) => style >= 0 && style < byStyle.Count ? byStyle[style] : default;

    public static CellFormats Read(XmlReader xml)
    {
        using (xml)
        {
            var (codes, styles, isOfCells) = (new Dictionary<int, CellFormat>(), new List<CellFormat>(), false);
            while (xml.Read())
            {
                if (xml.LocalName is "cellXfs")
                {
                    isOfCells = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
                }
                if (xml.NodeType is not XmlNodeType.Element)
                {
                    continue;
                }
                if (xml.LocalName is "numFmt")
                {
                    codes[Number(xml)] = OfCode(xml.GetAttribute("formatCode") ?? "");
                }
                if (xml.LocalName is "xf" && isOfCells)
                {
                    styles.Add(codes.TryGetValue(Number(xml), out var own) ? own : new CellFormat(IsBuiltInDate(Number(xml)), 0));
                }
            }

            return new CellFormats(styles);
        }
    }

    private static int Number(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), Numbers.Plain, out var number) ? number : 0;

    /// <summary>ISO/IEC 29500-1, 18.8.30; 27 to 36 and 50 to 58 are the dates of East Asian versions.</summary>
    private static bool IsBuiltInDate(int number) =>
        number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static CellFormat OfCode(string code)
    {
        var letters = new StringBuilder();
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] is '"' or '[')
            {
                at = code.IndexOf(code[at] is '"' ? '"' : ']', at + 1) is >= 0 and var end ? end : code.Length;
            }
            else if (code[at] is '\\' or '_' or '*')
            {
                at++;
            }
            else
            {
                letters.Append(char.ToLowerInvariant(code[at]));
            }
        }

        var bare = letters.ToString().Split(';')[0];
        var isZeros = bare.Length > 1 && bare.All(letter => letter is '0');
        return new CellFormat(bare is not "general" && bare.AsSpan().ContainsAny("ymdhs"), isZeros ? bare.Length : 0);
    }
}
