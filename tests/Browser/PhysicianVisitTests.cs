using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class PhysicianVisitTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Visit_IsMadeFromTheMembersPage_AndItsLineIsNotUrgentAnyMore() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.PhysicianAsync(place);
            await window.FollowsAsync(window.WorklistRows("紧急").Filter(new() { HasText = name }));
            await window.FollowsAsync(window.Page.Locator("nav a.main"));
            await Expect(window.Heading).ToHaveTextAsync("高血压患者随访");

            await window.AnswersAsync(systolic: "152");
            await window.SeesAsync("控制未达标");
            await window.KeepsTheBarsAsync("physician-visit");
            await window.SavesAsync();
            await window.SeesAsync("调整治疗，2周内再次随访");
            await window.KeepsTheBarsAsync("physician-visit-result");
            await window.FollowsAsync("回到待办");

            await Expect(window.WorklistRows("待随访").Filter(new() { HasText = name })).ToBeVisibleAsync();
            await Expect(window.WorklistRows("紧急")).ToHaveCountAsync(0);
        });

    [Fact]
    public Task FormsThatAreDueTogether_AreOneVisit_AndOneIsLeftOutWithATap() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var (household, _) = await CombinedVisitTests.ElderAsync(place);
            var window = await scene.PhysicianAsync(place, path: $"/panel/{household}/members/1");
            await window.FollowsAsync(window.Page.Locator("nav a[href*='/visits/']").First);
            await Expect(window.Heading).ToHaveTextAsync("合并随访");
            await Expect(window.Field("收缩压")).ToHaveCountAsync(1);
            await Expect(window.Page.GetByText("上次 152 mmHg（")).ToBeVisibleAsync();
            await window.SeesAsync("没有登记正在用的药");
            await window.Page.GetByLabel("65岁及以上老年人健康体检").UncheckAsync();
            await Expect(window.Page.GetByText("健康状态自我评估")).ToHaveCountAsync(0);
            await window.KeepsTheBarsAsync("physician-visit-together");

            await window.Field("随访方式").SelectOptionAsync("2");
            foreach (
                var (question, answer) in new[]
                {
                    ("危险情况", "无"),
                    ("服药依从性", "规律"),
                    ("药物不良反应", "无"),
                    ("低血糖反应", "无"),
                    ("新的并发症或原有并发症加重", "无"),
                }
            )
            {
                await window.ChoosesAsync(question, answer);
            }
            foreach (var (field, value) in new[] { ("收缩压", "128"), ("舒张压", "78"), ("空腹血糖", "6.1"), ("体重", "60") })
            {
                await window.Field(field).FillAsync(value);
            }
            await window.SavesAsync();

            await Expect(window.Page.GetByText("控制满意")).ToHaveCountAsync(2);
            await window.KeepsTheBarsAsync("physician-visit-together-result");
            using var worker = await place.WorkerByApiAsync();
            var member = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{household}/members/1");
            var visits = member
                .GetProperty("entries")
                .GetProperty("items")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() is "visit")
                .ToList();
            Assert.Equal(
                ["hypertension", "type2Diabetes"],
                visits.Select(visit => visit.GetProperty("reference").GetString()).Order(StringComparer.Ordinal)
            );
            Assert.Single(visits.Select(visit => visit.GetProperty("at").GetString()).Distinct());
        });
}
