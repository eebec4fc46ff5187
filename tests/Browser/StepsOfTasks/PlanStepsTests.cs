using System.Globalization;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.StepsOfTasks;

/// <summary>A physician's steps until plans are in force.</summary>
public sealed class PlanStepsTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task OnePlan() => SignsAsync(1, CountedTask.OnePlan);

    [Fact]
    public Task TenPlans() => SignsAsync(10, CountedTask.TenPlans);

    private Task SignsAsync(int plans, CountedTask task) =>
        stage.PlayAsync(
            async scene =>
            {
                var place = await scene.HasPlaceAsync();
                await place.HasPhysicianAsync();
                using var worker = await place.WorkerByApiAsync();
                for (var number = 0; number < plans; number++)
                {
                    await worker.ListedAsync(await worker.EnrolsAsync(place.Household()));
                }
                var window = await scene.SignsInAsync(await place.AddPhysicianAsync(), Screen.Desktop);
                await window.CountsStepsAsync();

                await window.FollowsAsync("待审定");
                await task.BeginsAsync(window);
                for (var number = 1; number < plans; number++)
                {
                    await window.Button("核对无误，看下一份").ClickAsync();
                }
                await window.Button("核对无误").ClickAsync();
                await window.Button(string.Create(CultureInfo.InvariantCulture, $"签署 {plans} 份")).ClickAsync();

                await window.SeesAsync(string.Create(CultureInfo.InvariantCulture, $"已办 {plans} 份。"));
                await task.IsDoneAsync(window);
            },
            string.Create(CultureInfo.InvariantCulture, $"Plans{plans}")
        );
}
