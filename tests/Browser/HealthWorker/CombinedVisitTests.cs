using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>Forms that are due together are asked together.</summary>
public sealed class CombinedVisitTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] ThreeForms = ["hypertension", "type2Diabetes", "elderlyHealthCheck"];

    /// <summary>Taps, and fields typed into, of a visit in which all is well; one form after the other takes 37.</summary>
    private const int MostSteps = 17;

    [Fact]
    public Task ThreeFormsThatAreDue_AreOneVisit_AlsoWithoutSignal() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var (household, name) = await ElderAsync(place);
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.HasTheListsAsync(place.Village);
            await window.IsReadyForNoSignalAsync();
            await window.OpensToDoAsync();
            var row = window.Page.Locator("main article");
            await Expect(row).ToHaveCountAsync(1);
            foreach (var form in new[] { "高血压患者随访", "2型糖尿病患者随访", "65岁及以上老年人健康体检" })
            {
                await Expect(row).ToContainTextAsync(form);
            }
            await window.KeepsTheBarsAsync("healthWorker-toDo-together");

            var steps = 1;
            await window.FollowsAsync(window.Line(name));
            await Expect(window.Heading).ToHaveTextAsync("合并随访");
            await Expect(window.Field("收缩压")).ToHaveCountAsync(1);
            await Expect(window.Page.GetByText("上次 152 mmHg（")).ToBeVisibleAsync();
            await window.SeesAsync("没有登记正在用的药");
            await window.KeepsTheBarsAsync("healthWorker-visit-together");
            await window.GoesOfflineAsync();
            await window.Field("随访方式").SelectOptionAsync("2");
            steps += 2;
            foreach (
                var (question, answer) in new[]
                {
                    ("危险情况", "无"),
                    ("健康状态自我评估", "满意"),
                    ("生活自理能力", "可自理（0至3分）"),
                    ("认知功能粗筛", "阴性"),
                    ("情感状态粗筛", "阴性"),
                    ("服药依从性", "规律"),
                    ("药物不良反应", "无"),
                    ("低血糖反应", "无"),
                    ("新的并发症或原有并发症加重", "无"),
                }
            )
            {
                await window.ChoosesAsync(question, answer);
                steps++;
            }
            foreach (var (field, value) in new[] { ("收缩压", "128"), ("舒张压", "78"), ("空腹血糖", "6.1"), ("体重", "60") })
            {
                await window.Field(field).FillAsync(value);
                // A tap, and the digits.
                steps++;
            }
            await Expect(window.Page.GetByText("控制达标")).ToHaveCountAsync(3);
            await window.SavesAsync();
            steps++;
            Assert.InRange(steps, 1, MostSteps);
            await window.SeesAsync("已存在手机里");
            await window.FollowsAsync("回到待办");
            await window.SeesAsync("没有待办");
            await window.FollowsAsync("待发送");
            await Expect(window.Page.Locator("article")).ToHaveCountAsync(3);
            await window.GoesOnlineAsync();

            await Expect(window.Page.GetByText("控制满意")).ToHaveCountAsync(3);
            using var worker = await place.WorkerByApiAsync();
            var member = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{household}/members/1");
            var visits = member
                .GetProperty("entries")
                .GetProperty("items")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() is "visit")
                .ToList();
            Assert.Equal(ThreeForms.Order(), visits.Select(visit => visit.GetProperty("reference").GetString()).Order());
            Assert.Single(visits.Select(visit => visit.GetProperty("at").GetString()).Distinct());
        });

    [Fact]
    public Task Form_CanBeLeftOut_AndWhatWasAnsweredStaysWhenItIsTakenBack() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var (_, name) = await ElderAsync(place);
            var window = await scene.WorkerAsync(place);
            await window.OpensToDoAsync();
            await window.FollowsAsync(window.Line(name));
            await window.Field("收缩压").FillAsync("128");
            await window.ChoosesAsync("危险情况", "呼气有烂苹果样丙酮味");
            await window.Page.GetByLabel("2型糖尿病患者随访").UncheckAsync();
            await Expect(window.Page.GetByText("低血糖反应")).ToHaveCountAsync(0);
            await window.Page.GetByLabel("65岁及以上老年人健康体检").UncheckAsync();
            await Expect(window.Heading).ToHaveTextAsync("高血压患者随访");
            await Expect(window.Page.GetByLabel("高血压患者随访", new() { Exact = true })).ToBeDisabledAsync();
            await window.Page.GetByLabel("2型糖尿病患者随访").CheckAsync();
            await Expect(window.Field("收缩压")).ToHaveValueAsync("128");
            await window.SeesAsync("有危险情况：立即处理并转诊");

            await window.SeesAsync("已存在手机里（");
            await window.Page.ReloadAsync();
            await Expect(window.Field("收缩压")).ToHaveValueAsync("128");
        });

    /// <summary>Over 65, with hypertension and diabetes, and a pressure that was too high at the enrolment.</summary>
    internal static async Task<(string Household, string Name)> ElderAsync(Place place)
    {
        await place.HasPhysicianAsync();
        var member = Some.Member(bornOn: "19500203", conditions: ["I10", "E11"]);
        member["readings"] = new List<Dictionary<string, object?>>
        {
            new() { ["code"] = "systolic", ["value"] = 152 },
        };
        using var worker = await place.WorkerByApiAsync();
        var household = await worker.ListedAsync(await worker.EnrolsAsync(place.Household(member)));
        return (household.GetProperty("id").GetString()!, (string)member["name"]!);
    }
}
