using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.ReferenceData;

/// <summary>Files and folders that are missing, there twice, or read by nothing.</summary>
public sealed class SeedFileTests : IDisposable
{
    private readonly BrokenSeeds _seeds = new();

    public static TheoryData<string> NeededFiles => [.. RequiredSeeds.Files];

    [Theory, MemberData(nameof(NeededFiles))]
    public void AMissingFile_IsReported(string file)
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
    public void ACodeOfTwoFiles_IsReported(string file, string message)
    {
        File.Copy(_seeds.PathOf(file), _seeds.PathOf(file.Replace(".json", "-2.json", StringComparison.Ordinal)));
        Assert.Contains(_seeds.Faults(), fault => fault.Path == "code" && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("codes/abo.json.txt")]
    [InlineData("codes/ABO.JSON")]
    [InlineData("roster/physicians.xlsx")]
    [InlineData("roster/more.csv")]
    public void AFileThatNothingReads_IsReported(string file)
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
    public void ACopyOfACodeList_IsReported()
    {
        File.Copy(_seeds.PathOf("codes/abo.json"), _seeds.PathOf("codes/abo - 副本.json"));
        _seeds.Tells("codes/abo - 副本.json", "code", "the name of its file");
    }

    [Fact]
    public void AListThatIsCalledAsAFolder_IsReported()
    {
        File.Copy(_seeds.PathOf("codes/abo.json"), _seeds.PathOf("codes/form.json"));
        _seeds.Set("codes/form.json", "code", "\"form\"");
        _seeds.Tells("codes/form.json", "", "is taken by seeds/forms");
    }

    [Theory]
    [InlineData("education")]
    [InlineData("forms")]
    [InlineData("pathways")]
    public void AMissingFolder_IsReported(string folder)
    {
        Directory.Delete(_seeds.PathOf(folder), recursive: true);
        _seeds.Tells($"{folder}/", "", "missing or empty");
    }

    [Theory]
    [InlineData("\"minItems\"", "\"minItem\"", "\"minItem\", which the check does not know")]
    [InlineData("#/$defs/field", "#/$defs/feild", "#/$defs/feild, which is not there")]
    [InlineData("common.schema.json#", "comon.schema.json#", "comon.schema.json, which is not there")]
    public void AMistakeInASchema_IsReported(string text, string by, string message)
    {
        _seeds.Replace("schemas/forms.schema.json", text, by);
        _seeds.Tells("schemas/forms.schema.json", "", message);
    }

    [Fact]
    public void FilesOfAMissingSchema_AreReported()
    {
        File.Delete(_seeds.PathOf("schemas/forms.schema.json"));
        _seeds.Tells("forms/hypertension.json", "", "No schema in seeds/schemas");
    }

    [Fact]
    public void AFileWithoutASchema_IsReported()
    {
        Directory.CreateDirectory(_seeds.PathOf("diets"));
        File.WriteAllText(_seeds.PathOf("diets/salt.json"), "{}");
        Assert.Equal("diets/salt.json", Assert.Single(_seeds.Faults()).File);
    }

    public void Dispose() => _seeds.Dispose();
}
