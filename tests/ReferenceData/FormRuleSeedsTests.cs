namespace Alleviation.Tests.ReferenceData;

/// <summary>Forms: what follows from the answers: a mistake is told with its file, its place and what would be right.</summary>
public sealed class FormRuleSeedsTests : IDisposable
{
    private const string Form = "forms/hypertension.json";
    private const string Antenatal = "forms/antenatal-visit.json";
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData(Form, "rules.decisions[6]", null, "The last decision has to apply to everybody", "rules.decisions[5]")]
    [InlineData(Form, "rules.decisions[5].inControl", null, "it has to be the last", "rules.decisions[5]")]
    [InlineData(Form, "rules.decisions", "[]", "at least 1")]
    [InlineData(Form, "rules.regular", "[]", "at least 1")]
    [InlineData(
        Form,
        "rules.regular[0].when",
        "{\"field\": \"salt\", \"in\": [\"1\"]}",
        "The last interval has to be for everybody",
        "rules.regular[0]"
    )]
    [InlineData(Form, "rules.control[0].field", "\"systolik\"", "Did you mean \"systolic\"?")]
    [InlineData(Form, "rules.control[0].value", "1400", "cannot be measured: it has to be 40 to 320 mmHg")]
    [InlineData(Form, "rules.control[0].variants[0].value", "15", "cannot be measured")]
    [InlineData(Form, "rules.control[0].value", null, "it needs a \"comparison\" and a \"value\"", "rules.control[0]")]
    [InlineData(Form, "rules.control[0].comparison", "\"under\"", "Known are: below, atMost, atLeast, above")]
    [InlineData(Form, "rules.decisions[1].any[0].in[0]", "\"7\"", "no answer of the field \"complication\"")]
    [InlineData(Form, "rules.decisions[0].any[2].in[0]", null, "but no urgent decision names it", "sections[0].fields[0].options[1]")]
    [InlineData(Form, "rules.decisions[0].any[0].action", null, "\"action\" is missing", "rules.decisions[0].any[0]")]
    [InlineData(Form, "rules.decisions[3].outcome", "\"9\"", "is none of codes/visitOutcome")]
    [InlineData(Form, "rules.decisions[3].actions[0]", "\"adjst\"", "Did you mean \"adjust\"?")]
    [InlineData(Form, "rules.decisions[3].withinDays", "0", "at least 1")]
    [InlineData(Form, "rules.decisions[3].code", "\"urgent\"", "there twice", "rules.decisions[3]")]
    [InlineData(Form, "rules.decisions[0].withinDays", "7", "seeds/rules/urgency.json, whatever the form")]
    [InlineData(Form, "rules.decisions[0].inControl", "false", "urgent at any visit")]
    [InlineData(Form, "rules.decisions[0].afterInARow", "1", "urgent at any visit")]
    [InlineData("rules/urgency.json", "withinDays", "0", "at least 1")]
    [InlineData("rules/urgency.json", "withinDays", null, "\"withinDays\" is missing", "")]
    [InlineData(Antenatal, "faceToFace", "\"yes\"", "it has to be: boolean")]
    [InlineData(Antenatal, "rules.decisions[0].any[2].in[0]", "\"headach\"", "Did you mean \"headache\"?")]
    [InlineData(Antenatal, "rules.regular[0].when.field", "\"gestationalWeek\"", "Did you mean \"gestationalWeeks\"?")]
    [InlineData(
        "forms/newborn-visit.json",
        "rules.decisions[3]",
        null,
        "The last decision has to apply to everybody",
        "rules.decisions[2]"
    )]
    [InlineData(
        "forms/postnatal-visit.json",
        "code",
        "\"postnatalVisits\"",
        "Did you mean \"postnatalVisits\"?",
        "followUp.form",
        "pathways/puerperium.json"
    )]
    [InlineData("pathways/pregnancy.json", "appliesTo.conditions[0]", "\"Z43\"", "is none of codes/conditions")]
    [InlineData("pathways/pregnancy.json", "followUp.from", "\"conception\"", "Known are: diagnosis, birth")]
    [InlineData("pathways/puerperium.json", "followUp.forDays", "0", "at least 1")]
    [InlineData("codes/ethnicGroup.json", "items[0].zh-CN", "\"蒙古族\"", "Two items are called 蒙古族", "items[1].zh-CN")]
    [InlineData("codes/taskKind.json", "items[10]", null, "The code \"medicationReview\" is missing", "")]
    [InlineData(Form, "sections[1].fields[1].required", "false", "decides about control", "rules.control[0].field")]
    [InlineData(Form, "rules.decisions[0].any[0].value", "130", "in control and call for treatment", "rules.decisions[0].any[0]")]
    [InlineData(Form, "rules.decisions[0].any[0].value", "149", "in control and call for treatment", "rules.decisions[0].any[0]")]
    [InlineData(Form, "rules.control[0].value", "\"140\"", "it has to be: number")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
