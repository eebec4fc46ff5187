using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Tests.FollowUps;

/// <summary>What no single example says; those of the specification's rules are in <see cref="VisitCaseTests"/>.</summary>
public sealed class FollowUpRulesTests
{
    [Fact]
    public void EveryDangerSign_IsUrgent()
    {
        var signs =
            from form in SomeVisit.Forms.All
            from field in form.Fields.Where(field => field.Type is FieldType.Choices)
            from option in field.Options ?? []
            where option.Danger
            select (form.Code, Field: field.Code, Sign: option.Code);

        var all = signs.ToList();
        Assert.True(all.Count >= 30);
        Assert.All(
            all,
            found => Assert.True(SomeVisit.Decided(found.Code, $$"""{"{{found.Field}}":["{{found.Sign}}"]}""").Urgent, $"{found}")
        );
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

    [Fact]
    public void BasicallyStable_IsNoStepTowardsAReferral() =>
        Assert.Equal(
            ("2", 0),
            (
                SomeVisit.Decided("severeMentalDisorder", """{"riskLevel":1}""", inARow: 1).Outcome,
                SomeVisit.Decided("severeMentalDisorder", """{"riskLevel":1}""", inARow: 1).InARow
            )
        );

    [Fact]
    public void Plan_MayAgreeOnAShorterTime_NeverOnALonger()
    {
        Assert.Equal(SomeVisit.On.AddDays(60), SomeVisit.Decided("hypertension", everyDays: 60).NextDueOn);
        Assert.Equal(SomeVisit.On.AddDays(90), SomeVisit.Decided("hypertension", everyDays: 180).NextDueOn);
    }

    [Fact]
    public void InControlAgain_EndsTheRow() => Assert.Equal(0, SomeVisit.Decided("hypertension", inARow: 2).InARow);
}
