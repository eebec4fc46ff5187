namespace Alleviation.Tests.ReferenceData;

/// <summary>Code lists: a mistake is told with its file, its place and what would be right.</summary>
public sealed class CodeListSeedsTests : IDisposable
{
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData("codes/sex.json", "items[0].en", null, "\"en\" is missing", "items[0]")]
    [InlineData("codes/sex.json", "items[1].code", "\"2\"", "there twice", "items[2]")]
    [InlineData("codes/sex.json", "items[1]", null, "The code \"1\" is missing: the program names it", "")]
    [InlineData("codes/sex.json", "items", "[]", "at least 1")]
    [InlineData("codes/drugAllergy.json", "items[2].zh-CN", "\"青霉素\"", "Two items are called 青霉素")]
    [InlineData("codes/conditions.json", "items[0].batch", "\"cronic\"", "is none of codes/batch")]
    [InlineData("codes/conditions.json", "items[0].disciplines[0]", null, "\"generalPractice\" is missing", "items[0].disciplines")]
    [InlineData("codes/readings.json", "items[0].possible.from", "400", "\"from\" has to be below \"to\"", "items[0].possible")]
    [InlineData("codes/readings.json", "items[0].likely.to", "400", "has to lie within 40 to 320", "items[0].likely")]
    [InlineData("codes/readings.json", "items[0].otherUnits[0].factor", "0", "above 0")]
    [InlineData("codes/readings.json", "items[0].otherUnits[0].unit", "\"mmHg\"", "the unit that it is kept in", "items[0].otherUnits[0]")]
    [InlineData("codes/readings.json", "items[0].decimals", "1.5", "it has to be: integer")]
    [InlineData("codes/readings.json", "items[0].unit", null, "\"unit\" is missing", "items[0]")]
    [InlineData("codes/labTests.json", "items[0].unit", "\"mg/L\"", "kept in the same unit")]
    [InlineData("codes/labTests.json", "items[0].ranges[0].low", "7", "The limits have to rise", "items[0].ranges[0]")]
    [InlineData("codes/labTests.json", "items[0].ranges[0].sex", "\"3\"", "is none of codes/sex")]
    [InlineData("codes/drug.json", "items[0].group", "\"penicilins\"", "Did you mean \"penicillins\"?")]
    [InlineData("codes/drugGroup.json", "items[0].allergies[0]", "\"6\"", "is none of codes/drugAllergy")]
    [InlineData("codes/referralUrgency.json", "items[0].acceptHours", "0", "at least 1")]
    [InlineData("codes/drugAllergy.json", "items[0].exclusive", "\"yes\"", "it has to be: boolean")]
    [InlineData("codes/drugAllergy.json", "items[0].exclusiv", "true", "Did you mean \"exclusive\"?")]
    [InlineData("codes/conditions.json", "items[0].batch", "7", "it has to be: string or null")]
    [InlineData("codes/abo.json", "code", "\"aob\"", "the name of its file")]
    [InlineData("codes/contactMode.json", "items[2].code", "\"4\"", "The code \"3\" is missing", "")]
    [InlineData("codes/visitOutcome.json", "items[0].code", "\"9\"", "The code \"1\" is missing", "")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
