namespace Alleviation.Tests.Browser.Print;

/// <summary>
/// A font has one picture for 人 and for its twin among the radicals, ⼈, and a document of the browser names either of them. Unicode's own
/// normalization knows the twins, but not where the program runs without a culture, as the tests do.
/// </summary>
internal static class Radicals
{
    private const char FirstOfKangxi = '\u2F00';

    /// <summary>The twins of U+2F00 to U+2FD5.</summary>
    private const string OfKangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日"
        + "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
        + "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>Simplified ones among the supplement of radicals, each above its twin.</summary>
    private const string Supplement = "⺠⻁⻄⻅⻆⻇⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺟⻃";

    private const string OfSupplement = "民虎西见角角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟母西";

    public static string Replace(string text) => string.Concat(text.Select(TwinOf));

    private static char TwinOf(char radical)
    {
        if (radical >= FirstOfKangxi && radical - FirstOfKangxi < OfKangxi.Length)
        {
            return OfKangxi[radical - FirstOfKangxi];
        }
        var place = Supplement.IndexOf(radical, StringComparison.Ordinal);
        return place < 0 ? radical : OfSupplement[place];
    }
}
