namespace Alleviation.Tests.ReferenceData;

/// <summary>Service packages, triage, texts and examples: a mistake is told with its file, its place and what would be right.</summary>
public sealed class OtherSeedsTests : IDisposable
{
    private const string Rules = "triage/rules.json";
    private const string Visits = "cases/visits.json";
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData("contracts/packages.json", "packages[0].services[0].countedBy[0].contactModes[0]", "\"7\"", "is none of codes/contactMode")]
    [InlineData("contracts/packages.json", "packages[0].services[0].countedBy[0].contactModes", "[]", "at least 1")]
    [InlineData(
        "contracts/packages.json",
        "packages[0].services[0].countedBy[0].kind",
        "\"result\"",
        "Only a visit is given in a way",
        "packages[0].services[0].countedBy[0].contactModes"
    )]
    [InlineData(
        "contracts/packages.json",
        "packages[0].services[0].countedBy[0].reference",
        "\"hypertention\"",
        "Did you mean \"hypertension\"?"
    )]
    [InlineData("contracts/packages.json", "packages[0].services[0].conditions[0]", "\"I1\"", "Did you mean \"I10\"?")]
    [InlineData("contracts/packages.json", "packages[0].services[0].perYear", "0", "at least 1")]
    [InlineData(Rules, "rules[0].level", "\"urgent\"", "Known are: emergency, today, thisWeek, atHome")]
    [InlineData(Rules, "rules[0].symptoms[0]", "\"unconcious\"", "Did you mean \"unconscious\"?")]
    [InlineData(Rules, "rules[0].symptoms", null, "It would hold for everybody", "rules[0]")]
    [InlineData(Rules, "rules[24].value", "18", "cannot be measured")]
    [InlineData(Rules, "rules[24].comparison", null, "belong together", "rules[24]")]
    [InlineData("triage/levels.json", "items[0]", null, "at least 4", "items")]
    [InlineData("triage/urgent-words.json", "words[0]", "\"Chest pain\"", "not as it has to be")]
    [InlineData(Visits, "items[0].form", "\"hypertention\"", "Did you mean \"hypertension\"?")]
    [InlineData(Visits, "items[0].changes.sytolic", "180", "Did you mean \"systolic\"?")]
    [InlineData(Visits, "items[0].outcome", null, "either what is \"wrong\", or what follows", "items[0]")]
    [InlineData(Visits, "items[0].wrong", "{\"systolic\": \"required\"}", "either what is \"wrong\", or what follows", "items[0]")]
    [InlineData(Visits, "good.general", null, "The form \"general\" has no example", "")]
    [InlineData("cases/readings.json", "items[0].reading", "\"wieght\"", "Did you mean \"weight\"?")]
    [InlineData("triage/urgent-words.json", "words[0]", "\"\"", "The text is empty")]
    [InlineData("triage/urgent-words.json", "words[0]", "\"a\"", "At least two letters")]
    [InlineData("triage/levels.json", "items[1].level", "\"emergency\"", "there twice", "items[1]")]
    [InlineData("reminders/texts.json", "visitTomorrow.zh-CN", "\"{date} 高血压随访\"", "names no illness", "visitTomorrow")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
