using System.Xml;

namespace Alleviation.Functions.Platform.Sheets;

/// <summary>The written rows of a worksheet, one at a time.</summary>
internal sealed class WorksheetRows(XmlReader xml, CellValues values, SheetLimits limits)
{
    private readonly List<string?> _cells = [];

    public IEnumerable<SheetRow> Read()
    {
        using (xml)
        {
            var number = 0;
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
                {
                    yield break;
                }
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    continue;
                }
                number = xml.GetAttribute("r") is { } written ? int.Parse(written, Numbers.Plain) : number + 1;
                var isHidden = xml.GetAttribute("hidden") is "1" or "true";
                ReadCells(number);
                if (_cells.Count is 0)
                {
                    continue;
                }
                if (number > limits.MaxRows)
                {
                    throw new SheetFileException(SheetFault.TooManyRows, number);
                }
                yield return new SheetRow(number, [.. _cells], isHidden);
            }
        }
    }

    private void ReadCells(int row)
    {
        _cells.Clear();
        if (xml.IsEmptyElement)
        {
            return;
        }
        var (depth, place) = (xml.Depth, -1);
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }
            place = xml.GetAttribute("r") is { } reference ? CellReference.ColumnOf(reference) : place + 1;
            if (ReadCell() is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            if (place >= limits.MaxColumns)
            {
                throw new SheetFileException(SheetFault.TooManyColumns, row);
            }
            while (_cells.Count <= place)
            {
                _cells.Add(null);
            }
            _cells[place] = text;
        }
    }

    private string? ReadCell()
    {
        var (type, style) = (xml.GetAttribute("t"), int.TryParse(xml.GetAttribute("s"), Numbers.Plain, out var number) ? number : 0);
        if (xml.IsEmptyElement)
        {
            return null;
        }
        var depth = xml.Depth;
        string? value = null,
            formula = null;
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.LocalName)
            {
                case "v" or "is":
                    value = XmlText.Read(xml);
                    break;
                case "f":
                    formula = XmlText.Read(xml);
                    break;
            }
        }

        return values.Of(type, style, value, formula);
    }
}
