using Alleviation.Functions.Education;
using Alleviation.Functions.Medication;

namespace Alleviation.Tests.Histories;

/// <summary>Steps of what a member takes and is taught.</summary>
internal sealed class MedicationSteps(HistoryDraw draw)
{
    private readonly List<string> _courses = [];

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

    private async Task<int> MedicationVersionAsync(bool isLate) =>
        Math.Max(0, (await Written.MedicationAsync(draw.App, draw.Household, HistoryDraw.Member)).Version - (isLate ? 1 : 0));
}
