using Alleviation.Functions.FollowUps;

namespace Alleviation.Tests.FollowUps;

/// <summary>Every row of the national specification's rules (domain.md §5), at its boundary values and in its units.</summary>
public sealed class FollowUpRulesTests
{
    [Theory]
    // Urgent: systolic from 180 or diastolic from 110 mmHg, in either unit.
    [InlineData("hypertension", """{"systolic":179}""", "2", false)]
    [InlineData("hypertension", """{"systolic":180}""", "2", true)]
    [InlineData("hypertension", """{"systolic":{"value":23.9,"unit":"kPa"}}""", "2", false)]
    [InlineData("hypertension", """{"systolic":{"value":24.0,"unit":"kPa"}}""", "2", true)]
    [InlineData("hypertension", """{"diastolic":109}""", "2", false)]
    [InlineData("hypertension", """{"diastolic":110}""", "2", true)]
    [InlineData("hypertension", """{"diastolic":{"value":14.5,"unit":"kPa"}}""", "2", false)]
    [InlineData("hypertension", """{"diastolic":{"value":14.7,"unit":"kPa"}}""", "2", true)]
    [InlineData("type2Diabetes", """{"systolic":180}""", "2", true)]
    [InlineData("type2Diabetes", """{"diastolic":110}""", "2", true)]
    // Fasting glucose from 16.7, or up to 3.9 mmol/L.
    [InlineData("type2Diabetes", """{"fastingGlucose":16.6}""", "2", false)]
    [InlineData("type2Diabetes", """{"fastingGlucose":16.7}""", "2", true)]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":299,"unit":"mg/dL"}}""", "2", false)]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":301,"unit":"mg/dL"}}""", "2", true)]
    [InlineData("type2Diabetes", """{"fastingGlucose":4.0}""", "1", false)]
    [InlineData("type2Diabetes", """{"fastingGlucose":3.9}""", "2", true)]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":72,"unit":"mg/dL"}}""", "1", false)]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":70,"unit":"mg/dL"}}""", "2", true)]
    // Fever above 39 °C.
    [InlineData("type2Diabetes", """{"temperature":39.0}""", "1", false)]
    [InlineData("type2Diabetes", """{"temperature":39.1}""", "2", true)]
    // Severe mental disorder: risk 3 to 5, or an acute reaction.
    [InlineData("severeMentalDisorder", """{"riskLevel":2}""", "2", false)]
    [InlineData("severeMentalDisorder", """{"riskLevel":3}""", "2", true)]
    [InlineData("severeMentalDisorder", """{"riskLevel":5}""", "2", true)]
    [InlineData("severeMentalDisorder", """{"acuteReaction":true,"adverseReaction":null}""", "3", true)]
    // Tuberculosis: a severe reaction; more than half of the doses missed.
    [InlineData("tuberculosis", """{"adverseReaction":"3","adverseReactionWhat":"黄疸"}""", "3", true)]
    [InlineData("tuberculosis", """{"adverseReaction":"2","adverseReactionWhat":"皮疹"}""", "3", false)]
    [InlineData("tuberculosis", """{"doseAdherence":50}""", "2", false)]
    [InlineData("tuberculosis", """{"doseAdherence":49}""", "2", true)]
    [InlineData("elderlyHealthCheck", """{"systolic":180}""", "2", true)]
    [InlineData("general", """{"diastolic":110}""", "2", true)]
    public void UrgentValue_IsReferredNow_AndFollowedWithinTwoWeeks(string form, string answers, string outcome, bool urgent)
    {
        var result = SomeVisit.Decided(form, answers);

        Assert.Equal((outcome, urgent), (result.Outcome, result.Urgent));
        Assert.Equal(urgent, result.Urgencies.Count > 0);
        if (!urgent) { return; }
        Assert.Contains("referNow", result.Actions);
        Assert.All(result.Urgencies, finding => Assert.NotNull(finding.Action));
        Assert.True(result.NextDueOn <= SomeVisit.On.AddDays(14));
        Assert.Equal(1, result.InARow);
    }

    [Fact]
    public void EveryDangerSign_IsUrgent()
    {
        var signs = from form in SomeVisit.Forms.All
                    from field in form.Fields.Where(field => field.Type is FieldType.Choices)
                    from option in field.Options ?? []
                    where option.Danger
                    select (form.Code, Field: field.Code, Sign: option.Code);

        var all = signs.ToList();
        Assert.True(all.Count >= 30);
        Assert.All(all, one => Assert.True(SomeVisit.Decided(one.Code, $$"""{"{{one.Field}}":["{{one.Sign}}"]}""").Urgent, $"{one}"));
    }

    [Theory]
    [InlineData("hypertension", """{"systolic":139,"diastolic":89}""", 64, true)]
    [InlineData("hypertension", """{"systolic":140}""", 64, false)]
    [InlineData("hypertension", """{"diastolic":90}""", 64, false)]
    [InlineData("hypertension", """{"systolic":{"value":18.6,"unit":"kPa"}}""", 64, false)]
    [InlineData("hypertension", """{"systolic":{"value":18.5,"unit":"kPa"}}""", 64, true)]
    [InlineData("hypertension", """{"systolic":149}""", 65, true)]
    [InlineData("hypertension", """{"systolic":150}""", 65, false)]
    [InlineData("hypertension", """{"systolic":149,"diastolic":90}""", 65, false)]
    [InlineData("type2Diabetes", """{"fastingGlucose":6.9}""", 50, true)]
    [InlineData("type2Diabetes", """{"fastingGlucose":7.0}""", 50, false)]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":125,"unit":"mg/dL"}}""", 50, true)]
    [InlineData("type2Diabetes", """{"fastingGlucose":{"value":126,"unit":"mg/dL"}}""", 50, false)]
    [InlineData("tuberculosis", """{"doseAdherence":90}""", 50, true)]
    [InlineData("tuberculosis", """{"doseAdherence":89}""", 50, false)]
    public void InControl_IsTold_AtItsBoundary(string form, string answers, int age, bool inControl)
    {
        var result = SomeVisit.Decided(form, answers, age);

        Assert.Equal((inControl, inControl ? "1" : "2", inControl ? 0 : 1), (result.InControl, result.Outcome, result.InARow));
    }

    [Theory]
    [InlineData("hypertension", """{"systolic":150}""", "adjust")]
    [InlineData("hypertension", """{"adverseReaction":"2","adverseReactionWhat":"咳嗽"}""", "adjust")]
    [InlineData("type2Diabetes", """{"fastingGlucose":8}""", "adjust")]
    [InlineData("type2Diabetes", """{"adverseReaction":"2","adverseReactionWhat":"腹泻"}""", "adjust")]
    [InlineData("tuberculosis", """{"doseAdherence":80}""", "superviseDoses")]
    [InlineData("severeMentalDisorder", """{"symptomSeverity":"3"}""", "adjust")]
    [InlineData("severeMentalDisorder", """{"insight":"3"}""", "adjust")]
    [InlineData("general", """{"course":"3"}""", "adjust")]
    public void FirstTimeOutOfControl_IsAdjustedAndSeenWithinTwoWeeks_TheSecondTimeReferred(string form, string answers, string action)
    {
        var first = SomeVisit.Decided(form, answers);
        var second = SomeVisit.Decided(form, answers, inARow: first.InARow);

        Assert.Equal((action, SomeVisit.On.AddDays(14), 1), (first.Actions[0], first.NextDueOn, first.InARow));
        Assert.DoesNotContain("referUp", first.Actions);
        Assert.Contains("referUp", second.Actions);
        Assert.Equal((SomeVisit.On.AddDays(14), 2), (second.NextDueOn, second.InARow));
        Assert.Equal(first.Outcome, second.Outcome);
    }

    [Theory]
    [InlineData("hypertension", "2")]
    [InlineData("hypertension", "3")]
    [InlineData("type2Diabetes", "2")]
    [InlineData("tuberculosis", "2")]
    [InlineData("general", "3")]
    public void NewOrWorseComplication_IsReferredAtTheFirstTime(string form, string complication)
    {
        var result = SomeVisit.Decided(form, $$"""{"complication":"{{complication}}","complicationWhat":"肾功能下降"}""");

        Assert.Equal(("4", SomeVisit.On.AddDays(14)), (result.Outcome, result.NextDueOn));
        Assert.Contains("referUp", result.Actions);
    }

    [Theory]
    [InlineData("hypertension", "{}", 90)]
    [InlineData("type2Diabetes", "{}", 90)]
    [InlineData("elderlyHealthCheck", "{}", 365)]
    [InlineData("general", "{}", 90)]
    // Stable 3 months, basically stable 1 month, unstable 2 weeks.
    [InlineData("severeMentalDisorder", "{}", 90)]
    [InlineData("severeMentalDisorder", """{"riskLevel":1}""", 30)]
    [InlineData("severeMentalDisorder", """{"riskLevel":2}""", 30)]
    [InlineData("severeMentalDisorder", """{"symptomSeverity":"2"}""", 30)]
    [InlineData("severeMentalDisorder", """{"socialFunction":"3"}""", 30)]
    [InlineData("severeMentalDisorder", """{"symptomSeverity":"3"}""", 14)]
    // Intensive phase every 10 days, continuation every month; also where a rule would wait longer.
    [InlineData("tuberculosis", """{"phase":"1"}""", 10)]
    [InlineData("tuberculosis", """{"phase":"2"}""", 30)]
    [InlineData("tuberculosis", """{"phase":"1","doseAdherence":80}""", 10)]
    [InlineData("tuberculosis", """{"phase":"2","doseAdherence":80}""", 14)]
    public void NextVisit_IsDueWhenTheSpecificationSays(string form, string answers, int days) =>
        Assert.Equal(SomeVisit.On.AddDays(days), SomeVisit.Decided(form, answers).NextDueOn);

    [Fact]
    public void BasicallyStable_IsNoStepTowardsAReferral() =>
        Assert.Equal(("2", 0), (SomeVisit.Decided("severeMentalDisorder", """{"riskLevel":1}""", inARow: 1).Outcome, SomeVisit.Decided("severeMentalDisorder", """{"riskLevel":1}""", inARow: 1).InARow));

    [Fact]
    public void Plan_MayAgreeOnAShorterTime_NeverOnALonger()
    {
        Assert.Equal(SomeVisit.On.AddDays(60), SomeVisit.Decided("hypertension", everyDays: 60).NextDueOn);
        Assert.Equal(SomeVisit.On.AddDays(90), SomeVisit.Decided("hypertension", everyDays: 180).NextDueOn);
    }

    [Fact]
    public void InControlAgain_EndsTheRow() => Assert.Equal(0, SomeVisit.Decided("hypertension", inARow: 2).InARow);
}
