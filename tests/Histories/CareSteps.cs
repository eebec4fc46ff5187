using System.Text.Json;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Tests.FollowUps;
using CarePlanStep = Alleviation.Functions.CarePlans.Plans.PlanStep;

namespace Alleviation.Tests.Histories;

/// <summary>Steps of the care that a member is under: visits and the life of the plan.</summary>
internal sealed class CareSteps(HistoryDraw draw)
{
    public Func<Task> Visit()
    {
        var (id, by, at) = (
            draw.NewId("N"),
            draw.Somebody(People.Worker),
            draw.Clock.GetUtcNow() - TimeSpan.FromMinutes(draw.Random.Next(3 * 24 * 60))
        );
        var answers = SomeVisit
            .AnswersSent("hypertension", $$"""{"systolic":{{120 + draw.Random.Next(70)}},"diastolic":{{70 + draw.Random.Next(30)}}}""")
            .ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));
        Assert.True(ClientId.TryParse(id, out var visit));
        return () =>
            draw.DoAsync(
                "visit",
                async () =>
                    (
                        await draw
                            .App.Get<SaveVisitHandler>()
                            .HandleAsync(
                                draw.Household,
                                HistoryDraw.Member,
                                visit,
                                new VisitRequest("hypertension", at, "2", answers, null, null, null),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    public Func<Task> PlanStep()
    {
        CarePlanStep[] steps =
        [
            CarePlanStep.Submit,
            CarePlanStep.Decide,
            CarePlanStep.Submit,
            CarePlanStep.Decide,
            CarePlanStep.Revise,
            CarePlanStep.Withdraw,
            CarePlanStep.Complete,
            CarePlanStep.Cancel,
        ];
        // What ends a plan is rare, or there is little left to happen.
        var (step, by, isLate) = (
            steps[draw.Random.Next(draw.Random.Next(8) == 0 ? steps.Length : 6)],
            draw.Somebody(People.Responsible),
            draw.Random.Next(6) == 0
        );
        return () =>
            draw.DoAsync(
                $"plan {step}",
                async () =>
                    (
                        await draw
                            .App.Get<TakePlanStepHandler>()
                            .HandleAsync(
                                draw.Household,
                                HistoryDraw.Member,
                                step,
                                await VersionAsync(isLate),
                                new PlanStepRequest("原因"),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    public Func<Task> Opinion()
    {
        var (findings, by, isLate) = ($"意见{draw.Random.Next(3)}", draw.Somebody(People.Cardiologist), draw.Random.Next(6) == 0);
        return () =>
            draw.DoAsync(
                "opinion",
                async () =>
                    (
                        await draw
                            .App.Get<GiveOpinionHandler>()
                            .HandleAsync(
                                draw.Household,
                                HistoryDraw.Member,
                                "cardiology",
                                await VersionAsync(isLate),
                                new OpinionRequest(findings, null, null),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    public Func<Task> Report()
    {
        var (id, by, outcome, drawn) = (
            draw.NewId(),
            draw.Somebody(People.Worker),
            (ActivityOutcome)draw.Random.Next(2),
            draw.Random.Next(100)
        );
        return () =>
            draw.DoAsync(
                "report",
                async () =>
                {
                    var activities = (await Written.PlanAsync(draw.App, draw.Household, HistoryDraw.Member)).Care.Schedule.Activities;
                    var code = activities.Count > 0 ? activities[drawn % activities.Count].Code : "exercise";
                    return (
                        await draw
                            .App.Get<ReportActivityHandler>()
                            .HandleAsync(
                                draw.Household,
                                HistoryDraw.Member,
                                code,
                                id,
                                new ActivityReportRequest(outcome, draw.Clock.Today(), "原因", null),
                                by,
                                CancellationToken.None
                            )
                    ).Outcome;
                }
            );
    }

    private async Task<int> VersionAsync(bool isLate) =>
        Math.Max(1, (await Written.PlanAsync(draw.App, draw.Household, HistoryDraw.Member)).Plan.Version - (isLate ? 1 : 0));
}
