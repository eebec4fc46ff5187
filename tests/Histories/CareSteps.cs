using System.Text.Json;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Education;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Tests.FollowUps;
using CarePlanStep = Alleviation.Functions.CarePlans.Plans.PlanStep;

namespace Alleviation.Tests.Histories;

/// <summary>Steps of the care that a member is under: visits, the plan's life, what is taken, what is taught.</summary>
internal sealed class CareSteps(HistoryDraw draw)
{
    private readonly List<string> _courses = [];

    public Func<Task> Visit()
    {
        var (id, by, at) = (
            draw.NewId("N"),
            draw.Somebody(People.Worker),
            draw.Clock.GetUtcNow() - TimeSpan.FromMinutes(draw.Random.Next(3 * 24 * 60))
        );
        var answers = SomeVisit
            .Told("hypertension", $$"""{"systolic":{{120 + draw.Random.Next(70)}},"diastolic":{{70 + draw.Random.Next(30)}}}""")
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

    public Func<Task> Course()
    {
        var isStop = _courses.Count > 0 && draw.Random.Next(3) == 0;
        var (id, by, isLate) = (
            isStop ? _courses[draw.Random.Next(_courses.Count)] : draw.NewId(),
            draw.Somebody(People.Responsible),
            draw.Random.Next(6) == 0
        );
        if (isStop)
        {
            return () =>
                draw.DoAsync(
                    "stop",
                    async () =>
                        (
                            await draw
                                .App.Get<StopCourseHandler>()
                                .HandleAsync(
                                    draw.Household,
                                    HistoryDraw.Member,
                                    id,
                                    await MedicationVersionAsync(isLate),
                                    new StopCourseRequest(null, "好转"),
                                    by,
                                    CancellationToken.None
                                )
                        ).Outcome
                );
        }

        _courses.Add(id);
        var course = new CourseRequest(
            draw.Random.Next(2) == 0 ? "amlodipine" : null,
            null,
            5,
            "mg",
            "onceDaily",
            null,
            null,
            null,
            "降压",
            "I10",
            null,
            "知情"
        );
        if (course.Drug is null)
        {
            course = course with { DrugText = $"草药{draw.Random.Next(9)}" };
        }
        return () =>
            draw.DoAsync(
                "course",
                async () =>
                    (
                        await draw
                            .App.Get<SaveCourseHandler>()
                            .HandleAsync(
                                draw.Household,
                                HistoryDraw.Member,
                                id,
                                await MedicationVersionAsync(isLate),
                                course,
                                by,
                                CancellationToken.None
                            )
                    ).Outcome
            );
    }

    public Func<Task> Lesson()
    {
        var (id, by) = (draw.NewId("N"), draw.Somebody(People.Worker));
        var lesson = new LessonRequest("hypertension", "given", draw.Clock.GetUtcNow() - TimeSpan.FromHours(draw.Random.Next(200)), null);
        return () =>
            draw.DoAsync(
                "lesson",
                async () =>
                    (
                        await draw
                            .App.Get<RecordLessonHandler>()
                            .HandleAsync(draw.Household, HistoryDraw.Member, id, lesson, by, CancellationToken.None)
                    ).Outcome
            );
    }

    private async Task<int> VersionAsync(bool isLate) =>
        Math.Max(1, (await Written.PlanAsync(draw.App, draw.Household, HistoryDraw.Member)).Plan.Version - (isLate ? 1 : 0));

    private async Task<int> MedicationVersionAsync(bool isLate) =>
        Math.Max(0, (await Written.MedicationAsync(draw.App, draw.Household, HistoryDraw.Member)).Version - (isLate ? 1 : 0));
}
