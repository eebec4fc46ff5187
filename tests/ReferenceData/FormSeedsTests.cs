namespace Alleviation.Tests.ReferenceData;

/// <summary>Forms: what is asked: a mistake is told with its file, its place and what would be right.</summary>
public sealed class FormSeedsTests : IDisposable
{
    private const string Form = "forms/hypertension.json";
    private readonly BrokenSeeds _seeds = new();

    [Theory]
    [InlineData(Form, "sections[1].fields[1].reading", "\"sytolic\"", "Did you mean \"systolic\"?")]
    [InlineData(Form, "sections[1].fields[1].type", "\"readng\"", "Did you mean \"reading\"?")]
    [InlineData(Form, "sections[1].fields[1].label.en", null, "\"en\" is missing", "sections[1].fields[1].label")]
    [InlineData(Form, "sections[1].fields[1].label.zh-CN", "\" \"", "The text is empty")]
    [InlineData(Form, "label.en", "\"高血压\"", "not as it has to be")]
    [InlineData(Form, "sections[1].fields[1].requird", "true", "Did you mean \"required\"?")]
    [InlineData(Form, "sections[1].fields[1].required", "\"true\"", "it has to be: boolean")]
    [InlineData(Form, "sections[1].fields[2].code", "\"systolic\"", "Another field has the code")]
    [InlineData(Form, "sections[2].fields[0].maximum", null, "\"minimum\" that is below its \"maximum\"", "sections[2].fields[0]")]
    [InlineData(Form, "sections[2].fields[0].maximum", "-1", "\"minimum\" that is below its \"maximum\"", "sections[2].fields[0]")]
    [InlineData(Form, "sections[2].fields[0].likely.to", "101", "within \"minimum\" and \"maximum\"", "sections[2].fields[0].likely")]
    [InlineData(Form, "sections[2].fields[0].likely.from", "70", "below \"to\"", "sections[2].fields[0].likely")]
    [InlineData(Form, "sections[1].fields[1].minimum", "40", "Only a number has this")]
    [InlineData(Form, "sections[2].fields[5].list", "\"goodFairBad\"", "is none of seeds/codes")]
    [InlineData(Form, "sections[2].fields[5].list", null, "either \"options\" or a \"list\"", "sections[2].fields[5]")]
    [InlineData(Form, "sections[2].fields[4].options[1].code", "\"1\"", "there twice", "sections[2].fields[4].options[1]")]
    [InlineData(Form, "sections[3].fields[1].showWhen.field", "\"adherance\"", "Did you mean \"adherence\"?")]
    [InlineData(Form, "sections[3].fields[1].showWhen.field", "\"complication\"", "asked before this one")]
    [InlineData(Form, "sections[3].fields[1].showWhen.in[0]", "\"9\"", "no answer of the field \"adherence\"")]
    [InlineData(Form, "code", "\"general\"", "\"hypertension\" is none of forms", "followUp.form", "pathways/hypertension.json")]
    [InlineData(Form, "sections[1].label.en", "\"Symptoms 症\"", "not as it has to be")]
    [InlineData(Form, "sections[1].fields[1].label.zh-CN", "\"systolic pressure\"", "In Chinese characters")]
    [InlineData(Form, "sections[1].fields[1].label.zh-CN", "\"收缩压 \"", "without blanks around it")]
    [InlineData(Form, "sections[1].fields[1].label.zh-CN", "\"收缩\\u0007压\"", "not as it has to be")]
    [InlineData(Form, "sections[1].fields[1].label.en", "\"systolic，pressure\"", "No Chinese characters or marks")]
    [InlineData(Form, "sections[1].fields[1].label", "\"收缩压\"", "it has to be: object")]
    [InlineData(Form, "$schema", "\"../schemas/form.schema.json\"", "It has to name its schema", "")]
    [InlineData(Form, "$schema", null, "It has to name its schema", "")]
    [InlineData(Form, "sections[1].fields[3].code", "\"心率\"", "Letters, digits, dots and hyphens")]
    [InlineData(Form, "sections[1].fields[2].label.zh-CN", "\"收缩压\"", "nobody could tell them apart", "sections[1].fields[2].label")]
    [InlineData(
        Form,
        "sections[0].fields[0].options[2].label.zh-CN",
        "\"意识改变\"",
        "nobody could tell them apart",
        "sections[0].fields[0].options[2].label"
    )]
    [InlineData(
        Form,
        "sections[0].fields[0].options[0].exclusive",
        "false",
        "for those who have none of the others",
        "sections[0].fields[0]"
    )]
    [InlineData(Form, "sections[0].fields[0].options[1].exclusive", "true", "it is not \"exclusive\"", "sections[0].fields[0].options[1]")]
    [InlineData(Form, "condition", "false", "says \"condition\": false", "followUp.form", "pathways/hypertension.json")]
    public void AMistake_IsReported(string file, string path, string? value, string message, string? place = null, string? inFile = null) =>
        _seeds.Tells(file, path, value, message, place, inFile);

    public void Dispose() => _seeds.Dispose();
}
