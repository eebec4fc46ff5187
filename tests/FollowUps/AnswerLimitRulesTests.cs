using System.Text.Json;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Tests.FollowUps;

/// <summary>The limits of answers, on the forms of the seeds and on one that says the least that a form may say.</summary>
public sealed class AnswerLimitRulesTests
{
    private static readonly AnswerCheck Answers = new(new ReadingKinds(new SeedFolder()), new CodeLists(new SeedFolder()));

    [Theory]
    [InlineData(100, 94, "answers.a0 unknown-field")]
    [InlineData(101, 1, "answers too-many")]
    public void Answers_HaveALimit_BeyondWhichNoneIsLookedAt(int count, int errorCount, string firstError)
    {
        var unknown = Enumerable.Range(0, count - 6).Select(number => $"\"a{number}\":1");

        var (answers, errors) = SomeVisit.Checked("hypertension", $"{{{string.Join(',', unknown)}}}");

        Assert.Equal(errorCount, errors.Count);
        Assert.Equal(firstError, errors[0]);
        Assert.Equal(count == 100 ? 6 : 0, answers.Count);
    }

    [Theory]
    [InlineData("""{"smoking":0}""", null)]
    [InlineData("""{"smoking":-1}""", "answers.smoking out-of-range")]
    [InlineData("""{"smoking":60}""", null)]
    [InlineData("""{"exerciseTimes":21}""", "answers.exerciseTimes confirm-unlikely")]
    [InlineData("""{"exerciseTimes":22}""", "answers.exerciseTimes out-of-range")]
    [InlineData("""{"exerciseTimes":3.0}""", null)]
    [InlineData("""{"dangerSigns":["vision",3]}""", "answers.dangerSigns answer-type")]
    [InlineData("""{"dangerSigns":["vision","other"]}""", "answers.dangerSigns unknown-value")]
    [InlineData("""{"systolic":{"value":130,"unit":3}}""", "answers.systolic answer-type")]
    [InlineData("""{"systolic":{"value":130,"unit":null}}""", null)]
    [InlineData("""{"otherSigns":"   "}""", null)]
    [InlineData("""{"otherSigns":3}""", "answers.otherSigns answer-type")]
    [InlineData("""{"symptoms":"none"}""", "answers.symptoms answer-type")]
    [InlineData("""{"exerciseTimes":"3"}""", "answers.exerciseTimes answer-type")]
    public void Answer_IsTakenUpToItsLimit(string changes, string? expectedError) =>
        Assert.Equal(expectedError is null ? [] : new[] { expectedError }, SomeVisit.Checked("hypertension", changes).Errors);

    [Theory]
    [InlineData("hypertension", """{"smoking":61}""", "smoking")]
    [InlineData("hypertension", """{"exerciseTimes":2.5}""", "exerciseTimes")]
    [InlineData("hypertension", """{"systolic":230}""", "systolic")]
    [InlineData("hypertension", """{"otherSigns":"\u0007"}""", "otherSigns")]
    [InlineData("severeMentalDisorder", """{"acuteReaction":"yes"}""", "acuteReaction")]
    public void AnswerThatIsWrong_IsNotKept(string form, string changes, string field)
    {
        var (answers, errors) = SomeVisit.Checked(form, changes);

        Assert.StartsWith($"answers.{field} ", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain(field, answers.Keys);
    }

    [Theory]
    [InlineData("text", "0", 200, null)]
    [InlineData("text", "0", 201, "too-long 200")]
    [InlineData("short", "0", 5, null)]
    [InlineData("short", "0", 6, "too-long 5")]
    public void Text_HasItsOwnLimit_OrTheUsualOne(string field, string letter, int length, string? expectedError) =>
        Assert.Equal(expectedError, Only($$"""{"{{field}}":"{{string.Concat(Enumerable.Repeat(letter, length))}}"}"""));

    [Theory]
    [InlineData("""{"times":5}""", null)]
    [InlineData("""{"times":6}""", "confirm-unlikely 1 5 min")]
    [InlineData("""{"dose":6}""", "confirm-unlikely 1 5 ")]
    [InlineData("""{"free":123456}""", null)]
    [InlineData("""{"systolic":221}""", "confirm-unlikely 80 220 mmHg")]
    [InlineData("""{"systolic":321}""", "reading-impossible 40 320 mmHg")]
    [InlineData("""{"systolic":{"value":9,"unit":"bar"}}""", "reading-unit mmHg")]
    [InlineData("""{"systolic":79228162514264337593543950335}""", "reading-impossible 40 320 mmHg")]
    public void Error_TellsTheLimitsAndTheUnit(string answers, string? expectedError) => Assert.Equal(expectedError, Only(answers));

    [Fact]
    public void UrgentFinding_TellsTheReadingAndItsValue_OrTheSign()
    {
        var found = SomeVisit.Decided("hypertension", """{"systolic":190,"dangerSigns":["vision"]}""").Urgencies;

        Assert.Equal(
            [("systolic", "systolic", 190m), ("dangerSigns", null, null)],
            found.Select(finding => (finding.Field, finding.Reading, finding.Value))
        );
    }

    private static string? Only(string answers)
    {
        var errors = new ValidationErrors();
        var given = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(answers)!;
        var accepted = Answers.Check(errors, Form, given, [], SomeVisit.On);
        Assert.Equal(errors.Errors.Count == 0, accepted.Count == 1);
        return errors
            .Errors.Select(error => FormattableString.Invariant($"{error.Code} {string.Join(' ', error.Arguments)}"))
            .SingleOrDefault();
    }

    private static FollowUpForm Form { get; } =
        SomeVisit.Forms.Find("general")! with
        {
            Sections =
            [
                new FormSection(
                    "all",
                    Label,
                    [
                        new FormField("text", FieldType.Text, Label),
                        new FormField("short", FieldType.Text, Label, MaximumLength: 5),
                        new FormField("times", FieldType.Number, Label, Unit: "min", Likely: new ReadingRange(1, 5)),
                        new FormField("dose", FieldType.Number, Label, Likely: new ReadingRange(1, 5)),
                        new FormField("free", FieldType.Number, Label),
                        new FormField("systolic", FieldType.Reading, Label, Reading: "systolic"),
                    ]
                ),
            ],
        };

    private static Label Label => new("问", "question");
}
