using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Tests.FollowUps;

/// <summary>Answers that are right and in control, of which a test changes what it is about.</summary>
internal static class SomeVisit
{
    public static readonly DateOnly On = VisitCases.All.On;
    public static readonly FollowUpForms Forms = new(new SeedFolder());
    private static readonly AnswerCheck Answers = new(new ReadingKinds(new SeedFolder()), new CodeLists(new SeedFolder()));

    /// <param name="changes">JSON: what is answered otherwise; null takes an answer away.</param>
    public static JsonObject AnswersSent(string form, string changes = "{}")
    {
        var answers = VisitCases.All.Good[form].DeepClone().AsObject();
        foreach (var (field, answer) in JsonNode.Parse(changes)!.AsObject())
        {
            answers[field] = answer?.DeepClone();
        }
        return answers;
    }

    /// <returns>The answers that are accepted, and the errors of the others, as <c>answers.systolic reading-impossible</c>.</returns>
    public static (IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<string> Errors) Checked(
        string form,
        string changes = "{}",
        params string[] confirmed
    )
    {
        var validationErrors = new ValidationErrors();
        var sent = VisitCases.All.Good[form].Deserialize<Dictionary<string, JsonElement>>()!;
        foreach (var change in JsonDocument.Parse(changes).RootElement.EnumerateObject())
        {
            sent[change.Name] = change.Value;
        }
        var answers = Answers.Check(validationErrors, Forms.Find(form)!, sent, confirmed, On);
        return (answers, [.. validationErrors.Errors.Select(error => $"{error.Field} {error.Code}")]);
    }

    public static FollowUpResult Decided(string form, string changes = "{}", int age = 50, int inARow = 0, int? everyDays = null)
    {
        var (answers, errors) = Checked(form, changes);
        Assert.Empty(errors);
        return FollowUpRules.Of(Forms.Find(form)!, answers, age, inARow, everyDays, On);
    }

    /// <summary>A visit as a phone sends it.</summary>
    public static Dictionary<string, object?> Body(string form, DateTimeOffset at, string changes = "{}") =>
        new()
        {
            ["form"] = form,
            ["at"] = at,
            ["contactMode"] = "2",
            ["answers"] = AnswersSent(form, changes),
        };

    public static string Id() => Guid.NewGuid().ToString("N");
}
