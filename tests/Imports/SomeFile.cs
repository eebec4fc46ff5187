using Alleviation.Tests.Imports.Files;
using static Alleviation.Tests.Imports.Files.RawWorkbook;

namespace Alleviation.Tests.Imports;

/// <summary>
/// A made-up list as offices write them: several sheets, titles, headings known and unknown, blanks, merged cells, errors, other words,
/// hidden parts.
/// Every cell has a text of its own where its column allows it, so that each can be looked for afterwards.
/// </summary>
internal sealed class SomeFile
{
    private static readonly string[][] Known =
    [
        ["户编号", "建档立卡户编号"],
        ["村代码", "行政村代码"],
        ["贫困户属性", "户类型"],
        ["姓名", "家庭成员姓名"],
        ["身份证号", "公民身份号码"],
        ["与户主关系", "关系"],
        ["地址", "家庭住址"],
        ["患病", "病种"],
        ["联系电话", "手机号码"],
        ["过敏史", "药物过敏"],
        ["户主姓名", "户主"],
        ["文化程度", "学历"],
        ["监测对象类别", "贫困状态"],
        ["认定时间", "纳入监测时间"],
        ["是否脱贫", "是否已脱贫"],
        ["脱贫年度", "脱贫年份"],
    ];

    private static readonly string[] Unknown = ["帮扶单位", "产业项目", "备注", "序号", "惠农卡号", ""];
    private static readonly string[] Faults = ["#REF!", "#N/A", "#VALUE!"];

    private readonly Random _random;
    private int _texts;

    private SomeFile(int seed) => _random = new Random(seed);

    /// <summary>The cells as they stand in the file: sheet, row, column and text.</summary>
    public List<(int Sheet, int Row, int Column, string Text)> Cells { get; } = [];

    public byte[] Bytes { get; private set; } = [];

    public static SomeFile Of(int seed)
    {
        var file = new SomeFile(seed);
        var book = new RawWorkbook();
        for (var sheet = 0; sheet <= file._random.Next(3); sheet++)
        {
            var (data, merged) = file.Sheet(sheet);
            book.With($"表{sheet + 1}", data, isHidden: sheet > 0 && file._random.Next(4) is 0, after: merged);
        }

        file.Bytes = book.ToBytes();
        return file;
    }

    private (string Data, string Merged) Sheet(int sheet)
    {
        var (rows, row, merged) = (new List<string>(), 1, new List<string>());
        if (_random.Next(3) is 0)
        {
            rows.Add(Write(sheet, row++, [Own("标题")]));
        }
        var headings = Headings();
        if (_random.Next(8) > 0)
        {
            rows.Add(Write(sheet, row++, headings));
        }
        for (var household = 0; household < _random.Next(1, 5); household++)
        {
            var (first, members) = (row, _random.Next(1, 4));
            for (var member = 0; member < members; member++)
            {
                rows.Add(Write(sheet, row++, Line(headings, member), isHidden: _random.Next(12) is 0));
            }
            // The village's code merged over the household, with its text in the first row only.
            if (members > 1 && _random.Next(3) is 0)
            {
                merged.Add($"<mergeCell ref=\"B{first}:B{row - 1}\"/>");
            }
            if (_random.Next(6) is 0)
            {
                row++;
            }
        }

        if (_random.Next(3) is 0)
        {
            rows.Add(Write(sheet, row++, [Own("合计")]));
        }
        if (_random.Next(3) is 0)
        {
            rows.Add(Write(sheet, row, ["填表人：" + Own("某"), null, null, "审核人：" + Own("某")]));
        }
        return (string.Concat(rows), merged.Count is 0 ? "" : $"<mergeCells>{string.Concat(merged)}</mergeCells>");
    }

    private List<string?> Headings()
    {
        var headings = Known
            .Where((_, place) => place < 6 || _random.Next(2) is 0)
            .Select(names => (string?)names[_random.Next(names.Length)])
            .ToList();
        foreach (var unknown in Unknown)
        {
            if (_random.Next(3) is 0)
            {
                headings.Insert(_random.Next(headings.Count + 1), unknown.Length is 0 ? null : unknown);
            }
        }
        return headings;
    }

    private List<string?> Line(List<string?> headings, int member) =>
        [
            .. headings.Select(heading =>
                _random.Next(15) switch
                {
                    0 => null,
                    1 => Faults[_random.Next(Faults.Length)],
                    2 => "=SUM(A1:A2)",
                    _ => Text(heading, member),
                }
            ),
        ];

    private string? Text(string? heading, int member) =>
        heading switch
        {
            "户编号" or "建档立卡户编号" => member is 0 ? Own("HB-0") : null,
            "村代码" or "行政村代码" => member is 0 ? SomeList.Village : null,
            "贫困户属性" or "户类型" => member is 0 ? "五保户" : null,
            "身份证号" or "公民身份号码" => SomeList.IdNumber(++_texts % 900, member + 1),
            "与户主关系" or "关系" => member is 0 ? "户主" : "邻居",
            "患病" or "病种" => _random.Next(3) switch
            {
                0 => "无",
                1 => "高血压病",
                _ => "肺结核",
            },
            "文化程度" or "学历" => "小学",
            "过敏史" or "药物过敏" => "青霉素",
            "监测对象类别" or "贫困状态" => member is 0 ? (_random.Next(3) is 0 ? "否" : "突发严重困难户") : null,
            "认定时间" or "纳入监测时间" => member is 0 ? "2022年5月" : null,
            "是否脱贫" or "是否已脱贫" => member is 0 ? (_random.Next(3) is 0 ? "否" : "是") : null,
            "脱贫年度" or "脱贫年份" => member is 0 ? "2018" : null,
            "户主姓名" or "户主" => member is 0 ? Own("户") : null,
            _ => Own("字"),
        };

    private string Own(string beginning) => $"{beginning}{++_texts:D4}";

    private string Write(int sheet, int row, List<string?> texts, bool isHidden = false)
    {
        var cells = texts
            .Index()
            .Where(cell => cell.Item is not null)
            .Select(cell =>
            {
                Cells.Add((sheet, row, cell.Index, cell.Item!));
                if (cell.Item!.StartsWith('#'))
                {
                    return Error(cell.Index, row, cell.Item);
                }
                return cell.Item.StartsWith('=') ? Formula(cell.Index, row, cell.Item[1..]) : RawWorkbook.Text(cell.Index, row, cell.Item);
            });
        return Row(row, isHidden, [.. cells]);
    }
}
