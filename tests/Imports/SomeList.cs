using System.Globalization;
using System.Text;
using Alleviation.Tests.Imports.Files;

namespace Alleviation.Tests.Imports;

/// <summary>Registry lists of people who do not exist.</summary>
public static class SomeList
{
    public const string Village = "441402004001";
    public const string Headings = "户编号,村代码,地址,贫困户属性,致贫原因,姓名,身份证号,与户主关系,患病,收缩压,舒张压,测量时间";

    private static readonly int[] Factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static byte[] Of(params string[] lines) => Sheets.Csv([Headings, .. lines]);

    public static byte[] Households(int count, int members = 2) =>
        Of([.. Enumerable.Range(1, count).SelectMany(household => Household(household, members))]);

    public static IEnumerable<string> Household(int household, int members = 2, string village = Village) =>
        Enumerable.Range(1, members).Select(member => Line(household, member, village: village));

    public static string NumberOf(int household) => string.Create(CultureInfo.InvariantCulture, $"MZ-{household:D6}");

    public static string Line(int household, int member, string? idNumber = null, string village = Village)
    {
        var (relationship, illness) = member is 1 ? ("本人或户主", "高血压@2020-01-02,150,95,2026-01-02") : ("配偶", ",,,");
        return $"{NumberOf(household)},{village},东村{household}号,低保户,因病,"
            + $"张{household}之{member},{idNumber ?? IdNumber(household, member)},{relationship},{illness}";
    }

    public static string IdNumber(int household, int member)
    {
        var day = new DateOnly(1940, 1, 1).AddDays((household * 7) + member);
        var digits = string.Create(CultureInfo.InvariantCulture, $"441402{day:yyyyMMdd}{(household % 90) + 10:D2}{member % 10}")[..17];
        return digits + "10X98765432"[Enumerable.Range(0, 17).Sum(place => (digits[place] - '0') * Factors[place]) % 11];
    }

    public static string Text(byte[] csv) => Encoding.UTF8.GetString(csv).TrimStart('\uFEFF');
}
