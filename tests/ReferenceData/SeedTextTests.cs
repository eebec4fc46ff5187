namespace Alleviation.Tests.ReferenceData;

/// <summary>Files in another encoding, empty ones, and those that are no JSON.</summary>
public sealed class SeedTextTests : IDisposable
{
    private readonly BrokenSeeds _seeds = new();

    /// <summary>Slips of the hand, and what a Chinese keyboard puts in the place of a mark.</summary>
    [Theory]
    [InlineData("{", "")]
    [InlineData("\"en\": \"unknown\"}", "\"en\": \"unknown\"},")]
    [InlineData("\"code\": \"abo\",", "\"code\": \"abo\",,")]
    [InlineData("\"code\": \"abo\",", "\"code\": \"abo\"，")]
    [InlineData("\"code\": \"abo\"", "“code”: “abo”")]
    [InlineData("\"code\": \"abo\"", "\"code\"：\"abo\"")]
    [InlineData("\"code\": \"abo\"", "\"code\": \"abo")]
    [InlineData("\"code\": \"abo\"", "// the list\n\"code\": \"abo\"")]
    public void AFileThatIsNoJson_IsReportedWithItsLine(string text, string by)
    {
        _seeds.Replace("codes/abo.json", text, by);
        Assert.Contains(
            _seeds.Faults(),
            fault => fault is { File: "codes/abo.json", Line: > 0 } && fault.Message.StartsWith("This is no JSON", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void APropertyThatStandsTwice_IsReported()
    {
        _seeds.Replace("codes/abo.json", "\"source\"", "\"code\": \"abo\", \"source\"");
        Assert.Contains(
            _seeds.Faults(),
            fault => fault.File == "codes/abo.json" && fault.Message.Contains("code", StringComparison.Ordinal)
        );
    }

    /// <summary>As Excel and editors in China save it where nobody says otherwise.</summary>
    [Theory]
    [InlineData("codes/sex.json")]
    [InlineData("regions/meizhou-regions.csv")]
    [InlineData("roster/physicians.csv")]
    public void AFileInGb18030_IsReported(string file)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        File.WriteAllText(_seeds.PathOf(file), File.ReadAllText(_seeds.PathOf(file)), System.Text.Encoding.GetEncoding("GB18030"));
        Assert.Contains(_seeds.Faults(), fault => fault.File == file && fault.Message.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "This is no JSON")]
    [InlineData(" \n", "This is no JSON")]
    [InlineData("null", "it has to be: object")]
    [InlineData("[]", "it has to be: object")]
    [InlineData("{\"code\": \"\\ud800\"}", "half a character")]
    public void AFileWithoutAList_IsReported(string text, string message)
    {
        File.WriteAllText(_seeds.PathOf("codes/abo.json"), text);
        _seeds.Tells("codes/abo.json", "", message);
    }

    /// <summary>As Excel's "Unicode text" is.</summary>
    [Fact]
    public void AFileInUtf16_IsReported()
    {
        File.WriteAllText(_seeds.PathOf("codes/abo.json"), File.ReadAllText(_seeds.PathOf("codes/abo.json")), System.Text.Encoding.Unicode);
        _seeds.Tells("codes/abo.json", "", "UTF-8");
    }

    [Theory]
    [InlineData("regions/meizhou-regions.csv", "")]
    [InlineData("regions/meizhou-regions.csv", "code,level,name,parent\n")]
    [InlineData("roster/physicians.csv", "")]
    [InlineData("roster/physicians.csv", "id,name,disciplines,level,regionCode,organisation,panelSize,phone,title\n")]
    public void AListWithoutLines_IsReported(string file, string text)
    {
        File.WriteAllText(_seeds.PathOf(file), text);
        _seeds.Tells(file, "", "The file is empty");
    }

    /// <summary>Editors on Windows put a mark before the text.</summary>
    [Fact]
    public void AByteOrderMark_IsNoMistake()
    {
        var file = _seeds.PathOf("forms/hypertension.json");
        File.WriteAllText(file, File.ReadAllText(file), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Empty(_seeds.Faults());
    }

    public void Dispose() => _seeds.Dispose();
}
