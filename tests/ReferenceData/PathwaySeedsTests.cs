namespace Alleviation.Tests.ReferenceData;

/// <summary>Pathways: a mistake is told with its file, its place and what would be right.</summary>
public sealed class PathwaySeedsTests : IDisposable
{
    private const string Pathway = "pathways/hypertension.json";
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData(Pathway, "followUp.form", "\"hypertention\"", "Did you mean \"hypertension\"?")]
    [InlineData(Pathway, "followUp.everyDays", "900", "at most 366")]
    [InlineData(Pathway, "appliesTo.conditions[0]", "\"I01\"", "Did you mean \"I10\"?")]
    [InlineData(
        Pathway,
        "appliesTo.conditions",
        "+\"E11\"",
        "a condition has one pathway",
        "appliesTo.conditions[0]",
        "pathways/type-2-diabetes.json"
    )]
    [InlineData(Pathway, "appliesTo.conditions", "[]", "It is for nobody", "appliesTo")]
    [InlineData(Pathway, "appliesTo.otherwise", "true", "Another pathway has \"otherwise\"", "appliesTo")]
    [InlineData(
        "pathways/general.json",
        "appliesTo",
        "{\"minimumAge\": 40, \"otherwise\": false}",
        "No pathway has \"otherwise\"",
        "",
        "pathways/"
    )]
    [InlineData(Pathway, "batch", "\"chronic\"", "is none of codes/batch")]
    [InlineData(Pathway, "disciplines[0]", null, "\"generalPractice\" is missing", "disciplines")]
    [InlineData(Pathway, "disciplines[1]", null, "nobody of the team would do it", "activities[2].discipline")]
    [InlineData(Pathway, "activities[0].kind", "\"treatement\"", "Did you mean \"treatment\"?")]
    [InlineData(Pathway, "activities[0].instructions.en", null, "\"en\" is missing", "activities[0].instructions")]
    [InlineData(Pathway, "activities[3].everyDays", "30", "one code, one activity", "activities[3]")]
    [InlineData(Pathway, "goals[0].unit", "\"kPa\"", "The unit of systolic is mmHg")]
    [InlineData(Pathway, "goals[0].target", "14", "cannot be measured")]
    [InlineData(Pathway, "followUp.firstWithinDays", "120", "at most 90")]
    [InlineData(Pathway, "followUp.visitsPerYear", "12", "every 90 days makes 4 a year")]
    [InlineData(Pathway, "followUp.everyDays", "90.5", "it has to be: integer")]
    [InlineData(Pathway, "goals[0].comparison", "\"above\"", "the other way round")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
