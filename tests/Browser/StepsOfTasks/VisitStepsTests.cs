using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.StepsOfTasks;

/// <summary>A health worker's steps at a visit.</summary>
public sealed class VisitStepsTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task HypertensionVisit() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.WorkerAsync(place);
            await window.CountsStepsAsync();

            await window.OpensToDoAsync();
            await window.FollowsAsync(window.Line(name));
            await CountedTask.Visit.BeginsAsync(window);
            await window.AnswersAsync();
            await window.SavesAsync();

            await window.SeesAsync("随访已保存");
            await CountedTask.Visit.IsDoneAsync(window);
        });

    [Fact]
    public Task ThreeFormsOfOnePerson() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var elder = Some.Member(bornOn: "19500203", conditions: ["I10", "E11"]);
            using var office = await place.WorkerByApiAsync();
            await office.ListedAsync(await office.EnrolsAsync(place.Household(elder)));
            var window = await scene.WorkerAsync(place);
            await window.CountsStepsAsync();

            await window.OpensToDoAsync();
            await window.FollowsAsync(window.Line((string)elder["name"]!));
            await CountedTask.ThreeForms.BeginsAsync(window);
            await Expect(window.Heading).ToHaveTextAsync("合并随访");
            await window.AnswersAsync("128", "78");
            await window.Field("空腹血糖").FillAsync("6.1");
            await window.Field("体重").FillAsync("60");
            foreach (
                var (question, answer) in new[]
                {
                    ("健康状态自我评估", "满意"),
                    ("生活自理能力", "可自理（0至3分）"),
                    ("认知功能粗筛", "阴性"),
                    ("情感状态粗筛", "阴性"),
                    ("低血糖反应", "无"),
                }
            )
            {
                await window.ChoosesAsync(question, answer);
            }
            await window.SavesAsync();

            await Expect(window.Page.GetByText("随访已保存")).ToHaveCountAsync(3);
            await CountedTask.ThreeForms.IsDoneAsync(window);
        });
}
