using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Codes;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.FollowUps;

/// <summary>Answers that are right and in control, of which a test changes what it is about.</summary>
internal static class SomeVisit
{
    public static readonly DateOnly On = new(2026, 11, 23);
    public static readonly FollowUpForms Forms = new(new SeedFolder());
    private static readonly AnswerCheck Answers = new(new ReadingKinds(new SeedFolder()), new CodeLists(new SeedFolder()));

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["hypertension"] = """{"dangerSigns":["none"],"systolic":130,"diastolic":80,"adherence":"1","adverseReaction":"1","complication":"1"}""",
        ["type2Diabetes"] = """{"dangerSigns":["none"],"fastingGlucose":6.1,"systolic":130,"diastolic":80,"adherence":"1","adverseReaction":"1","hypoglycaemia":"1","complication":"1"}""",
        ["severeMentalDisorder"] = """{"riskLevel":0,"acuteReaction":false,"symptomSeverity":"1","insight":"1","socialFunction":"1","adherence":"1","adverseReaction":"1"}""",
        ["tuberculosis"] = """{"phase":"2","treatmentMonth":4,"symptoms":["none"],"doseAdherence":95,"adverseReaction":"1","complication":"1"}""",
        ["elderlyHealthCheck"] = """{"dangerSigns":["none"],"selfRating":"1","selfCare":"1","cognition":"1","feelings":"1","systolic":130,"diastolic":80,"weight":60,"fastingGlucose":5.5}""",
        ["antenatalVisit"] = """{"dangerSigns":["none"],"gestationalWeeks":20,"systolic":115,"diastolic":75,"weight":58,"assessment":"1"}""",
        ["postnatalVisit"] = """{"dangerSigns":["none"],"postnatalDays":6,"mood":"1","systolic":115,"diastolic":75,"temperature":36.6,"breasts":"1","lochia":"1","uterus":"1","wound":"1"}""",
        ["newbornVisit"] = """{"dangerSigns":["none"],"ageInDays":6,"feeding":"1","vaccination":"1","weight":3.4,"temperature":36.8,"skin":"1","navel":"1"}""",
        ["general"] = """{"dangerSigns":["none"],"course":"2","adherence":"1","adverseReaction":"1","complication":"1"}""",
    };

    /// <param name="changes">JSON: what is answered otherwise; null takes an answer away.</param>
    public static JsonObject Told(string form, string changes = "{}")
    {
        var answers = JsonNode.Parse(Good[form])!.AsObject();
        foreach (var (field, answer) in JsonNode.Parse(changes)!.AsObject()) { answers[field] = answer?.DeepClone(); }
        return answers;
    }

    /// <returns>What is kept, and what is wrong, as <c>answers.systolic reading-impossible</c>.</returns>
    public static (IReadOnlyDictionary<string, JsonElement> Kept, IReadOnlyList<string> Wrong) Checked(string form, string changes = "{}", params string[] confirmed)
    {
        var findings = new Findings();
        var given = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Good[form])!;
        foreach (var change in JsonDocument.Parse(changes).RootElement.EnumerateObject()) { given[change.Name] = change.Value; }
        var kept = Answers.Check(findings, Forms.Find(form)!, given, confirmed, On);
        return (kept, [.. findings.Errors.Select(error => $"{error.Field} {error.Code}")]);
    }

    public static FollowUpResult Decided(string form, string changes = "{}", int age = 50, int inARow = 0, int? everyDays = null)
    {
        var (kept, wrong) = Checked(form, changes);
        Assert.Empty(wrong);
        return FollowUpRules.Of(Forms.Find(form)!, kept, age, inARow, everyDays, On);
    }

    /// <summary>A visit as a phone sends it.</summary>
    public static Dictionary<string, object?> Body(string form, DateTimeOffset at, string changes = "{}") => new()
    {
        ["form"] = form,
        ["at"] = at,
        ["way"] = "2",
        ["answers"] = Told(form, changes),
    };

    public static string Id() => Guid.NewGuid().ToString("N");
}
