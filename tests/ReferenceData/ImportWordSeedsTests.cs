namespace Alleviation.Tests.ReferenceData;

/// <summary>Words of imported lists: a mistake is told with its file, its place and what would be right.</summary>
public sealed class ImportWordSeedsTests : IDisposable
{
    private const string Headings = "imports/headings.json";
    private const string Words = "imports/words.json";
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData(Headings, "households.columns.adress", "[\"住址\"]", "Did you mean \"address\"?")]
    [InlineData(Headings, "households.columns.phone[0]", "\"家庭 住址\"", "stands in households.columns.address as well")]
    [InlineData(Headings, "households.notUsed[0]", "\"姓名（必填）\"", "stands in households.columns.name as well")]
    [InlineData(Headings, "roster.columns.name[0]", "\"机构\"", "stands in roster.columns.name as well", "roster.columns.organisation[0]")]
    [InlineData(Headings, "roster.columns.phone[0]", "\"(2)\"", "needs a letter or a digit")]
    [InlineData(Headings, "roster", null, "\"roster\" is missing", "")]
    [InlineData(Headings, "totals[0]", "7", "it has to be: string")]
    [InlineData(Words, "meaning.relationship.9", "[\"邻居\"]", "codes/relationship.json has no code \"9\"")]
    [InlineData(Words, "meaning.conditions.I01", "[\"心脏病\"]", "Did you mean \"I10\"?")]
    [InlineData(Words, "meaning.conditions.E11[0]", "\"高血压\"", "stands for I10 of codes/conditions.json already")]
    [InlineData(Words, "meaning.conditions.E11[0]", "\"ｉ１０\"", "stands for I10 of codes/conditions.json already")]
    [InlineData(Words, "meaning.relationship.1[0]", "\"本人 或户主\"", "stands for 0 of codes/relationship.json already")]
    [InlineData(Words, "meaning.relationships", "{\"1\": [\"妻\"]}", "Did you mean \"relationship\"?")]
    [InlineData(Words, "ambiguous.conditions.冠心病", "[\"I25\", \"I10\"]", "either a word for one code, or ambiguous")]
    [InlineData(Words, "ambiguous.conditions.肺结核[1]", "\"A61\"", "codes/conditions.json has no code \"A61\"")]
    [InlineData(Words, "ambiguous.education.大学", "[]", "at least 1")]
    [InlineData(Words, "nothing.phones", "[\"无\"]", "Did you mean \"phone\"?")]
    [InlineData("education/stroke.json", "conditions[0]", "\"I633\"", "Did you mean \"I63\"?")]
    [InlineData("education/stroke.json", "code", "\"hypertension\"", "Another text has the code")]
    [InlineData("reminders/texts.json", "visitTomorrow", null, "\"visitTomorrow\" is missing", "")]
    [InlineData("reminders/texts.json", "visitTomorrow.en", "\"On {day}\"", "{day} is not filled in", "visitTomorrow")]
    [InlineData("reminders/texts.json", "appointmentMoved.en", "\"On {date}\"", "{date} and {time} in both", "appointmentMoved")]
    [InlineData(
        "regions/meizhou-counties.geojson",
        "features[0].properties.code",
        "\"441499\"",
        "441499 is no county",
        "features[0].properties"
    )]
    [InlineData("regions/meizhou-counties.geojson", "features[0]", null, "has no outline", "")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
