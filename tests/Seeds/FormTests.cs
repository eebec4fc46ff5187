using System.Text.Json.Nodes;
using Alleviation.Functions.Codes;
using Alleviation.Functions.FollowUps;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Seeds;

public sealed class FormTests
{
    private static readonly FollowUpForms Forms = new(new SeedFolder());

    public static TheoryData<string> Codes => [.. Forms.All.Select(form => form.Code)];

    [Fact]
    public void EveryFormThatAPathwayNames_IsThere() =>
        Assert.Equal(SeedFiles.Pathways.Select(pathway => pathway.FollowUp.Form).Distinct().Order(StringComparer.Ordinal), Forms.All.Select(form => form.Code).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Codes))]
    public void EveryField_HasACodeOfItsOwn_AndWhatItsTypeNeeds(string code)
    {
        var fields = Form(code).Fields.ToList();

        Assert.Distinct(fields.Select(field => field.Code));
        Assert.All(fields, field => Assert.Equal(field.Type is FieldType.Reading, field.Reading is not null && SeedFiles.Codes("readings").Contains(field.Reading)));
        Assert.All(fields, field => Assert.Equal(field.Type is FieldType.Choice or FieldType.Choices, field.Options is { Count: > 1 } || (field.List is { } list && SeedFiles.CodeLists.ContainsKey(list))));
        Assert.All(fields.Where(field => field.Type is FieldType.Number), field => Assert.True(field.Minimum < field.Maximum));
        Assert.All(fields.Where(field => field.Likely is not null), field => Assert.True(field.Likely!.From >= field.Minimum && field.Likely.To <= field.Maximum));
        Assert.All(fields.Where(field => field.Options is not null), field => Assert.Distinct(field.Options!.Select(option => option.Code)));
    }

    [Theory, MemberData(nameof(Codes))]
    public void FieldThatHangsOnAnother_ComesAfterIt(string code)
    {
        var asked = new List<FormField>();
        foreach (var field in Form(code).Fields)
        {
            if (field.ShowWhen is { } condition) { Assert.Subset(AnswersOf(asked.Single(one => one.Code == condition.Field)), condition.In!.ToHashSet()); }
            asked.Add(field);
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void EveryRule_IsAboutFieldsAndCodesThatAreThere_AndTheLastIsForEverybody(string code)
    {
        var (form, rules) = (Form(code), Form(code).Rules);
        var conditions = rules.Control.Concat(rules.Decisions.SelectMany(rule => rule.Any ?? [])).Concat(rules.Regular.Select(interval => interval.When).OfType<FormCondition>());
        Assert.All(conditions, condition =>
        {
            var field = form.Fields.Single(field => field.Code == condition.Field);
            if (condition.Comparison is null) { Assert.Subset(AnswersOf(field), condition.In!.ToHashSet()); }
            else { Assert.True(condition.Value is not null && field.Type is FieldType.Reading or FieldType.Number); }
        });
        Assert.Subset(SeedFiles.Codes("visitOutcome").ToHashSet(), rules.Decisions.Select(rule => rule.Outcome).ToHashSet());
        Assert.Subset(SeedFiles.Codes("visitAction").ToHashSet(), rules.Decisions.SelectMany(rule => rule.Actions).ToHashSet());
        Assert.True(rules.Decisions[^1] is { Any: null, InControl: null, AfterInARow: 0 });
        Assert.Null(rules.Regular[^1].When);
        Assert.Distinct(rules.Decisions.Select(rule => rule.Code));
        Assert.All(rules.Decisions.Where(rule => rule.Urgent).SelectMany(rule => rule.Any!), condition => Assert.NotNull(condition.Action));
    }

    [Theory, MemberData(nameof(Codes))]
    public void UrgentValues_AreThoseOfThePathway(string code)
    {
        var urgent = Form(code).Rules.Decisions.Where(rule => rule.Urgent).SelectMany(rule => rule.Any!).Where(condition => condition.Comparison is not null).ToList();

        Assert.Equal(
            SeedFiles.Pathways.Single(pathway => pathway.FollowUp.Form == code).Urgent.Select(one => $"{one.Reading} {one.Comparison} {one.Value}").Order(),
            urgent.Select(condition => $"{condition.Field} {System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(condition.Comparison.ToString()!)} {condition.Value}").Order());
    }

    [Theory, MemberData(nameof(Codes))]
    public void EveryText_IsInBothLanguages(string code)
    {
        var form = Form(code);
        var labels = form.Fields.SelectMany(field => new[] { field.Label, field.Hint }.Concat(field.Options?.Select(option => option.Label) ?? [])).OfType<Functions.Households.Label>();
        Assert.All(labels.Append(form.Label).Concat(form.Sections.Select(section => section.Label)), label =>
        {
            Assert.False(string.IsNullOrWhiteSpace(label.Chinese) || string.IsNullOrWhiteSpace(label.English));
            Assert.DoesNotContain(label.English, character => character is >= '\u4e00' and <= '\u9fff');
        });
    }

    [Fact]
    public void EveryProperty_IsOneThatIsRead()
    {
        string[] known =
        [
            "code", "label", "source", "condition", "faceToFace", "sections", "fields", "rules", "type", "hint", "required", "reading", "unit", "minimum", "maximum", "likely", "from", "to",
            "decimals", "list", "options", "exclusive", "danger", "maximumLength", "showWhen", "field", "in", "regular", "control", "decisions", "withinDays", "when", "comparison",
            "value", "variants", "minimumAge", "action", "any", "inControl", "afterInARow", "outcome", "actions", "urgent", "countsAsOut", "zh-CN", "en", "sourceNote",
        ];
        var names = Directory.GetFiles(Repository.PathOf("seeds", "forms"), "*.json").SelectMany(file => NamesIn(JsonNode.Parse(File.ReadAllText(file)))).ToHashSet();
        Assert.Subset(known.ToHashSet(), names);
    }

    private static FollowUpForm Form(string code) => Forms.Find(code)!;

    private static HashSet<string> AnswersOf(FormField field) => field.Type is FieldType.Flag ? ["true", "false"]
        : field.Options is { } options ? [.. options.Select(option => option.Code)]
        : [.. SeedFiles.Codes(field.List!)];

    private static IEnumerable<string> NamesIn(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(property => NamesIn(property.Value).Prepend(property.Key)),
        JsonArray all => all.SelectMany(NamesIn),
        _ => [],
    };
}
