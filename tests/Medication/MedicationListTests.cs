using Alleviation.Functions.Medication;

namespace Alleviation.Tests.Medication;

public sealed class MedicationListTests
{
    [Fact]
    public void FullList_LetsTheOldestStoppedGo()
    {
        var today = new DateOnly(2026, 11, 23);
        var list = new MedicationList(1, 0, []);
        var left = new List<Course>();
        for (var number = 0; number < 30; number++)
        {
            var course = new Course(
                $"{number}",
                new Drug(null, $"药{number}"),
                new Dose(1, "tablet", "onceDaily"),
                today.AddDays(-60),
                null,
                MedicationScene.Responsible,
                null,
                null,
                null,
                null
            );
            (list, _) = list.With(course, today);
            (list, var leaving) = list.With(course with { Stopped = new Stop(today.AddDays(number - 40), "好了", "a") }, today);
            left.AddRange(leaving);
        }

        Assert.Equal(["25", "26", "27", "28", "29"], list.Courses.Select(course => course.Id));
        Assert.Equal(25, left.Select(course => course.Id).Distinct().Count());
    }
}
