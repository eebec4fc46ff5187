using System.Text.Json;

namespace Alleviation.Tests.FollowUps;

public sealed class AnswerCheckTests
{
    public static TheoryData<string> Forms => [.. SomeVisit.Forms.All.Select(form => form.Code)];

    [Theory, MemberData(nameof(Forms))]
    public void GoodAnswers_AreKept(string form) => Assert.Empty(SomeVisit.Checked(form).Errors);

    [Theory]
    [InlineData("""{"colour":"red"}""", "answers.colour unknown-field")]
    [InlineData("""{"<b>":"red"}""", "answers unknown-field")]
    [InlineData("""{"systolic":null}""", "answers.systolic required")]
    [InlineData("""{"dangerSigns":[]}""", "answers.dangerSigns required")]
    [InlineData("""{"adverseReaction":"2"}""", "answers.adverseReactionWhat required")]
    [InlineData("""{"adverseReactionWhat":"咳嗽"}""", "answers.adverseReactionWhat field-hidden")]
    [InlineData("""{"adverseReaction":"7","adverseReactionWhat":"咳嗽"}""", "answers.adverseReaction unknown-value")]
    [InlineData("""{"systolic":"130"}""", "answers.systolic answer-type")]
    [InlineData("""{"systolic":{"unit":"mmHg"}}""", "answers.systolic answer-type")]
    [InlineData("""{"systolic":{"value":130,"unit":"bar"}}""", "answers.systolic reading-unit")]
    [InlineData("""{"systolic":321}""", "answers.systolic reading-impossible")]
    [InlineData("""{"systolic":{"value":130,"unit":"kPa"}}""", "answers.systolic reading-impossible")]
    [InlineData("""{"systolic":17}""", "answers.systolic reading-impossible")]
    [InlineData("""{"systolic":1e400}""", "answers.systolic answer-type")]
    [InlineData("""{"systolic":221}""", "answers.systolic confirm-unlikely")]
    [InlineData("""{"smoking":61}""", "answers.smoking confirm-unlikely")]
    [InlineData("""{"smoking":101}""", "answers.smoking out-of-range")]
    [InlineData("""{"exerciseTimes":2.5}""", "answers.exerciseTimes decimals")]
    [InlineData("""{"dangerSigns":["none","vision"]}""", "answers.dangerSigns choice-exclusive")]
    [InlineData("""{"dangerSigns":"none"}""", "answers.dangerSigns answer-type")]
    [InlineData("""{"dangerSigns":["other"]}""", "answers.dangerSigns unknown-value")]
    [InlineData("""{"adherence":true}""", "answers.adherence answer-type")]
    [InlineData("""{"otherSigns":"\u0007"}""", "answers.otherSigns text-characters")]
    [InlineData("""{"otherSigns":"\ud800"}""", "answers.otherSigns answer-type")]
    [InlineData("""{"adherence":"\ud800"}""", "answers.adherence answer-type")]
    public void WrongAnswer_IsFoundAtItsField(string changes, string expectedError) =>
        Assert.Equal([expectedError], SomeVisit.Checked("hypertension", changes).Errors);

    [Theory]
    [InlineData("""{"hba1cOn":"2026-11-24"}""", "answers.hba1cOn in-the-future")]
    [InlineData("""{"hba1cOn":"24.11.2026"}""", "answers.hba1cOn answer-type")]
    [InlineData("""{"hba1c":2.9}""", "answers.hba1c out-of-range")]
    [InlineData("""{"fastingGlucose":{"value":6.1,"unit":"mg/dL"}}""", "answers.fastingGlucose reading-impossible")]
    [InlineData("""{"fastingGlucose":110}""", "answers.fastingGlucose reading-impossible")]
    public void WrongAnswerOfTheDiabetesForm_IsFoundAtItsField(string changes, string expectedError) =>
        Assert.Equal([expectedError], SomeVisit.Checked("type2Diabetes", changes).Errors);

    [Fact]
    public void AllErrors_AreReportedAtOnce() =>
        Assert.Equal(
            [
                "answers.colour unknown-field",
                "answers.dangerSigns required",
                "answers.systolic reading-impossible",
                "answers.adherence unknown-value",
            ],
            SomeVisit.Checked("hypertension", """{"colour":1,"dangerSigns":null,"systolic":1000,"adherence":"9"}""").Errors
        );

    [Fact]
    public void UnlikelyValue_IsKept_OnceItIsConfirmed()
    {
        Assert.Equal(
            ["answers.systolic confirm-unlikely", "answers.diastolic confirm-unlikely"],
            SomeVisit.Checked("hypertension", """{"systolic":230,"diastolic":135}""").Errors
        );
        Assert.Equal(
            ["answers.diastolic confirm-unlikely"],
            SomeVisit.Checked("hypertension", """{"systolic":230,"diastolic":135}""", "systolic").Errors
        );
        Assert.Equal(230, SomeVisit.Checked("hypertension", """{"systolic":230}""", "systolic").Answers["systolic"].GetInt32());
    }

    [Fact]
    public void ImpossibleValue_IsRefused_AlsoWhenItIsConfirmed() =>
        Assert.Equal(["answers.systolic reading-impossible"], SomeVisit.Checked("hypertension", """{"systolic":400}""", "systolic").Errors);

    [Theory]
    [InlineData("hypertension", """{"systolic":{"value":17.3,"unit":"kPa"}}""", "systolic", "130")]
    [InlineData("hypertension", """{"systolic":{"value":130}}""", "systolic", "130")]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":110,"unit":"mg/dL"}}""", "fastingGlucose", "6.1")]
    [InlineData("hypertension", """{"weight":{"value":120,"unit":"斤"}}""", "weight", "60")]
    [InlineData("hypertension", """{"dangerSigns":["vision","headache","vision"]}""", "dangerSigns", """["headache","vision"]""")]
    public void Answer_IsKeptInItsCanonicalForm(string form, string changes, string field, string expectedAnswer) =>
        Assert.Equal(expectedAnswer, JsonSerializer.Serialize(SomeVisit.Checked(form, changes).Answers[field]));
}
