using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.ReferenceData;

/// <summary>Files that are missing, there twice, in another encoding, or no JSON.</summary>
public sealed class SeedFileTests : IDisposable
{
    private readonly BrokenSeeds _seeds = new();

    public static TheoryData<string> NeededFiles => [.. RequiredSeeds.Files];

    [Theory, MemberData(nameof(NeededFiles))]
    public void AMissingFile_IsTold(string file)
    {
        File.Delete(_seeds.PathOf(file));

        Assert.Contains(_seeds.Faults(), fault => fault.File == file && fault.Message.Contains("missing", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCodeList_IsNeeded() =>
        Assert.Empty(new SeedFolder().FilesOf("codes").Select(list => $"codes/{list}.json").Except(RequiredSeeds.Files));

    [Theory]
    [InlineData("forms/general.json", "Another form has the code \"general\"")]
    [InlineData("pathways/general.json", "Another pathway has the code \"general\"")]
    public void ACodeOfTwoFiles_IsTold(string file, string message)
    {
        File.Copy(_seeds.PathOf(file), _seeds.PathOf(file.Replace(".json", "-2.json", StringComparison.Ordinal)));

        Assert.Contains(_seeds.Faults(), fault => fault.Path == "code" && fault.Message.Contains(message, StringComparison.Ordinal));
    }

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
    public void AFileThatIsNoJson_IsToldWithItsLine(string text, string by)
    {
        _seeds.Replace("codes/abo.json", text, by);

        Assert.Contains(
            _seeds.Faults(),
            fault => fault is { File: "codes/abo.json", Line: > 0 } && fault.Message.StartsWith("This is no JSON", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void APropertyThatStandsTwice_IsTold()
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
    public void AFileInGb18030_IsTold(string file)
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
    public void AFileWithoutAList_IsTold(string text, string message)
    {
        File.WriteAllText(_seeds.PathOf("codes/abo.json"), text);

        _seeds.Tells("codes/abo.json", "", message);
    }

    /// <summary>As Excel's "Unicode text" is.</summary>
    [Fact]
    public void AFileInUtf16_IsTold()
    {
        File.WriteAllText(_seeds.PathOf("codes/abo.json"), File.ReadAllText(_seeds.PathOf("codes/abo.json")), System.Text.Encoding.Unicode);

        _seeds.Tells("codes/abo.json", "", "UTF-8");
    }

    [Theory]
    [InlineData("regions/meizhou-regions.csv", "")]
    [InlineData("regions/meizhou-regions.csv", "code,level,name,parent\n")]
    [InlineData("roster/physicians.csv", "")]
    [InlineData("roster/physicians.csv", "id,name,disciplines,level,regionCode,organisation,panelSize,phone,title\n")]
    public void AListWithoutLines_IsTold(string file, string text)
    {
        File.WriteAllText(_seeds.PathOf(file), text);

        _seeds.Tells(file, "", "The file is empty");
    }

    [Theory]
    [InlineData("codes/abo.json.txt")]
    [InlineData("codes/ABO.JSON")]
    [InlineData("roster/physicians.xlsx")]
    [InlineData("roster/more.csv")]
    public void AFileThatNothingReads_IsTold(string file)
    {
        File.WriteAllText(_seeds.PathOf(file), "{}");

        _seeds.Tells(file, "", "Nothing reads this file");
    }

    [Fact]
    public void WhatFileManagersLeaveBehind_IsNoMistake()
    {
        File.WriteAllBytes(_seeds.PathOf("codes/.DS_Store"), [0]);

        Assert.Empty(_seeds.Faults());
    }

    /// <summary>As a file manager copies it: it would be a code list of its own.</summary>
    [Fact]
    public void ACopyOfACodeList_IsTold()
    {
        File.Copy(_seeds.PathOf("codes/abo.json"), _seeds.PathOf("codes/abo - 副本.json"));

        _seeds.Tells("codes/abo - 副本.json", "code", "the name of its file");
    }

    [Fact]
    public void AListThatIsCalledAsAFolder_IsTold()
    {
        File.Copy(_seeds.PathOf("codes/abo.json"), _seeds.PathOf("codes/form.json"));
        _seeds.Set("codes/form.json", "code", "\"form\"");

        _seeds.Tells("codes/form.json", "", "is taken by seeds/forms");
    }

    [Theory]
    [InlineData("education")]
    [InlineData("forms")]
    [InlineData("pathways")]
    public void AMissingFolder_IsTold(string folder)
    {
        Directory.Delete(_seeds.PathOf(folder), recursive: true);

        _seeds.Tells($"{folder}/", "", "missing or empty");
    }

    [Theory]
    [InlineData("\"minItems\"", "\"minItem\"", "\"minItem\", which the check does not know")]
    [InlineData("#/$defs/field", "#/$defs/feild", "#/$defs/feild, which is not there")]
    [InlineData("common.schema.json#", "comon.schema.json#", "comon.schema.json, which is not there")]
    public void AMistakeInASchema_IsTold(string text, string by, string message)
    {
        _seeds.Replace("schemas/forms.schema.json", text, by);

        _seeds.Tells("schemas/forms.schema.json", "", message);
    }

    [Fact]
    public void FilesOfAMissingSchema_AreTold()
    {
        File.Delete(_seeds.PathOf("schemas/forms.schema.json"));

        _seeds.Tells("forms/hypertension.json", "", "No schema in seeds/schemas");
    }

    [Fact]
    public void AFileWithoutASchema_IsTold()
    {
        Directory.CreateDirectory(_seeds.PathOf("diets"));
        File.WriteAllText(_seeds.PathOf("diets/salt.json"), "{}");

        Assert.Equal("diets/salt.json", Assert.Single(_seeds.Faults()).File);
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
