using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.ReferenceData;

/// <summary>Every mistake that somebody may make in a seed is told with its file, its place and what would be right.</summary>
public sealed class SeedCheckTests : IDisposable
{
    private const string Form = "forms/hypertension.json";
    private const string Pathway = "pathways/hypertension.json";
    private const string Cautions = "codes/drugCaution.json";
    private const string Antenatal = "forms/antenatal-visit.json";
    private const string Rules = "triage/rules.json";
    private const string Headings = "imports/headings.json";
    private const string Words = "imports/words.json";
    private readonly BrokenSeeds _seeds = new();

    [Fact]
    public void TheSeedsOfTheCheckout_AreInOrder() => Assert.Empty(_seeds.Faults());

    [Theory]
    // Forms: names and types
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
    // Forms: rules
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
    [InlineData(Form, "rules.decisions[0].any[0].value", "170", "has no urgent value like this", "rules.decisions[0].any[0]")]
    [InlineData(Form, "rules.decisions[3].outcome", "\"9\"", "is none of codes/visitOutcome")]
    [InlineData(Form, "rules.decisions[3].actions[0]", "\"adjst\"", "Did you mean \"adjust\"?")]
    [InlineData(Form, "rules.decisions[3].withinDays", "0", "at least 1")]
    [InlineData(Form, "rules.decisions[3].code", "\"urgent\"", "there twice", "rules.decisions[3]")]
    // Pathways
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
    [InlineData(Pathway, "urgent[0].value", "200", "has no urgent decision with this value", "urgent[0]")]
    [InlineData(Pathway, "control[0].reading", "\"sistolic\"", "Did you mean \"systolic\"?")]
    // Code lists
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
    // Cautions about drugs
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
    // Pregnancy, childbirth and newborns
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
    [InlineData("pathways/newborn.json", "urgent[0].value", "38", "has no urgent decision with this value", "urgent[0]")]
    [InlineData("codes/ethnicGroup.json", "items[0].zh-CN", "\"蒙古族\"", "Two items are called 蒙古族", "items[1].zh-CN")]
    [InlineData("codes/taskKind.json", "items[10]", null, "The code \"medicationReview\" is missing", "")]
    // Packages, triage, texts
    [InlineData("contracts/packages.json", "packages[0].services[0].countedBy[0].ways[0]", "\"7\"", "is none of codes/visitWay")]
    [InlineData("contracts/packages.json", "packages[0].services[0].countedBy[0].ways", "[]", "at least 1")]
    [InlineData(
        "contracts/packages.json",
        "packages[0].services[0].countedBy[0].kind",
        "\"result\"",
        "Only a visit is given in a way",
        "packages[0].services[0].countedBy[0].ways"
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
    // Words of imported lists
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
    public void AMistake_IsToldWithItsPlace(
        string file,
        string path,
        string? value,
        string message,
        string? place = null,
        string? inFile = null
    )
    {
        _seeds.Set(file, path, value);

        var faults = _seeds.Faults();

        Assert.Contains(faults, fault =>
            fault.File == (inFile ?? file) && fault.Path == (place ?? path) && fault.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("regions/meizhou-regions.csv", "441403100,township", "44140310,township", "code", "The code of a township has 9 digits")]
    [InlineData("regions/meizhou-regions.csv", "441403,county", "441403,conty", "level", "Did you mean \"county\"?")]
    [InlineData("regions/meizhou-regions.csv", "441403,county,梅县区,4414", "441403,county,梅县区,4415", "parent", "4415 is no region")]
    [InlineData("regions/meizhou-regions.csv", "441403,county,梅县区,4414", "441403,county,梅县区", "", "The line has 3 values")]
    [InlineData("regions/meizhou-regions.csv", "441403,county", "441402,county", "code", "441402 is there twice")]
    [InlineData("regions/meizhou-regions.csv", "code,level", "level,code", "", "The heading has to be")]
    [InlineData("roster/physicians.csv", "generalPractice", "generalPractise", "disciplines", "Did you mean \"generalPractice\"?")]
    [InlineData("roster/physicians.csv", ",township,441402004", ",township,441402999", "regionCode", "441402999 is no region")]
    [InlineData("roster/physicians.csv", ",300,", ",-3,", "panelSize", "0 or more")]
    [InlineData("codes/abo.json", "{", "", "", "This is no JSON")]
    public void AMistakeInAList_IsToldWithItsLine(string file, string text, string by, string place, string message)
    {
        _seeds.Replace(file, text, by);

        var faults = _seeds.Faults();

        Assert.Contains(faults, fault =>
            fault.File == file && fault.Path == place && fault.Line > 0 && fault.Message.Contains(message, StringComparison.Ordinal)
        );
    }

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

    [Fact]
    public void APropertyThatStandsTwice_IsTold()
    {
        _seeds.Replace("codes/abo.json", "\"source\"", "\"code\": \"abo\", \"source\"");

        Assert.Contains(_seeds.Faults(), fault =>
            fault.File == "codes/abo.json" && fault.Message.Contains("code", StringComparison.Ordinal)
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

    [Fact]
    public void AFileWithoutASchema_IsTold()
    {
        Directory.CreateDirectory(_seeds.PathOf("diets"));
        File.WriteAllText(_seeds.PathOf("diets/salt.json"), "{}");

        Assert.Equal("diets/salt.json", Assert.Single(_seeds.Faults()).File);
    }

    [Fact]
    public void TheLine_IsThatOfThePlace()
    {
        var line =
            File.ReadAllLines(_seeds.PathOf(Form))
                .Index()
                .First(one => one.Item.Contains("\"code\": \"diastolic\", \"type\"", StringComparison.Ordinal))
                .Index + 1;
        _seeds.Replace(Form, "\"reading\": \"diastolic\"", "\"reading\": \"diastolik\"");

        var fault = Assert.Single(_seeds.Faults());

        Assert.Equal(line, fault.Line);
        Assert.StartsWith(
            $"seeds/forms/hypertension.json, line {line}, sections[1].fields[2].reading: ",
            fault.ToString(),
            StringComparison.Ordinal
        );
    }

    /// <summary>Editors on Windows put a mark before the text.</summary>
    [Fact]
    public void AByteOrderMark_IsNoMistake()
    {
        var text = File.ReadAllText(_seeds.PathOf(Form));
        File.WriteAllText(_seeds.PathOf(Form), text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Empty(_seeds.Faults());
    }

    [Fact]
    public async Task AService_DoesNotStartOnAMistake()
    {
        _seeds.Set(Form, "sections[1].fields[1].reading", "\"sytolic\"");

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() =>
            AppUnderTest.StartAsync(settings: new Dictionary<string, string?> { ["Seeds:Folder"] = _seeds.Folder })
        );

        Assert.Contains("seeds/forms/hypertension.json", thrown.ToString(), StringComparison.Ordinal);
        Assert.Contains("sections[1].fields[1].reading", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCommand_SaysWhatIsWrongAndStartsNothing()
    {
        var output = new StringWriter();
        Assert.Equal(0, await CheckSeedsCommand.RunAsync(_seeds.Folder, output));
        _seeds.Set(Form, "rules.decisions[6]", null);

        Assert.Equal(1, await CheckSeedsCommand.RunAsync(_seeds.Folder, output));

        Assert.Contains("rules.decisions[5]", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _seeds.Dispose();
}
