namespace Alleviation.Tests.ReferenceData;

/// <summary>Cautions about drugs: a mistake is told with its file, its place and what would be right.</summary>
public sealed class DrugCautionSeedsTests : IDisposable
{
    private const string Cautions = "codes/drugCaution.json";
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData(Cautions, "items[0].groups[0]", "\"aceInhibitor\"", "Did you mean \"aceInhibitors\"?")]
    [InlineData(Cautions, "items[0].groups", null, "It is about no drug", "items[0]")]
    [InlineData(Cautions, "items[0].conditions", null, "It would hold for everybody", "items[0]")]
    [InlineData(Cautions, "items[0].conditions[0]", "\"P\"", "No code of codes/conditions begins with \"P\"")]
    [InlineData(Cautions, "items[0].conditions[1]", "\"z34\"", "not as it has to be")]
    [InlineData(Cautions, "items[0].withGroups", "[\"statins\"]", "make two cautions of it", "items[0]")]
    [InlineData(Cautions, "items[0].ageBelow", "0", "at least 1")]
    [InlineData(Cautions, "items[0].condition", "[\"O\"]", "Did you mean \"conditions\"?")]
    [InlineData(Cautions, "items[9].drugs[0]", "\"asprin\"", "Did you mean \"aspirin\"?")]
    [InlineData(Cautions, "items[9].ageFrom", "16", "it would hold for nobody")]
    [InlineData(Cautions, "items[16].reading", "\"heartrate\"", "Did you mean \"heartRate\"?")]
    [InlineData(Cautions, "items[16].reading", null, "belong together", "items[16]")]
    [InlineData(Cautions, "items[16].atMost", null, "belong together", "items[16]")]
    [InlineData(Cautions, "items[16].atMost", "5000", "cannot be measured")]
    [InlineData(Cautions, "items[27].withDrugs[0]", "\"omeprazol\"", "Did you mean \"omeprazole\"?")]
    [InlineData(Cautions, "items[1].code", "\"raasInPregnancy\"", "there twice", "items[1]")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
