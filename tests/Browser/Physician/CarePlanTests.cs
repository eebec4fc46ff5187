using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.CarePlans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>A plan as those around it see it: the responsible physician, a specialist of the team, the health worker.</summary>
public sealed class CarePlanTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Plan_IsReviewedByTheTeam_Signed_AndWorkedOnInTheVillage() =>
        stage.PlayAsync(async scene =>
        {
            var place = await PlanStage.OpenAsync(scene);
            var responsible = await scene.SignsInAsync(await place.ResponsibleAsync(), Screen.Desktop);
            await responsible.FollowsAsync(responsible.WorklistRows().First);
            await responsible.FollowsAsync("打开方案");
            await Expect(responsible.Heading).ToContainTextAsync("的诊疗方案");
            await responsible.KeepsTheBarsAsync("physician-plan-draft");
            await responsible.Button("征求意见").ClickAsync();
            await responsible.KeepsTheBarsAsync("physician-plan-ask");
            await responsible.Button("确认").ClickAsync();
            await Expect(responsible.Page.GetByText("征求意见中").First).ToBeVisibleAsync();

            var specialist = await scene.SignsInAsync(place.Cardiologist, Screen.Desktop);
            await Expect(specialist.WorklistRows().First).ToContainTextAsync("科室意见");
            await specialist.KeepsTheBarsAsync("physician-worklist-opinion");
            await specialist.FollowsAsync(specialist.WorklistRows().First);
            await specialist.Button("签名并提交").ClickAsync();
            await Expect(specialist.Page.GetByText("必填").First).ToBeVisibleAsync();
            await specialist.Field("意见").FillAsync("血压波动大，建议动态血压监测。");
            await specialist.Button("建议干预措施").ClickAsync();
            await specialist.Field("名称").FillAsync("动态血压监测");
            await specialist.Field("给家人的说明").FillAsync("到镇卫生院戴仪器一天一夜，照常生活。");
            await specialist.KeepsTheBarsAsync("physician-plan-opinion");
            await specialist.Button("签名并提交").ClickAsync();
            await Expect(specialist.Page.GetByText("意见已签名")).ToBeVisibleAsync();
            await specialist.Button("回到待办").ClickAsync();
            await Expect(specialist.WorklistRows()).ToHaveCountAsync(0);

            await responsible.GoesToAsync("/worklist");
            await responsible.Page.GetByLabel("按类别筛选").SelectOptionAsync(new SelectOptionValue { Label = "方案审定" });
            await Expect(responsible.WorklistRows()).ToHaveCountAsync(1);
            await responsible.GoesToAsync(place.PlanPath);
            await Expect(responsible.Page.GetByText("血压波动大")).ToBeVisibleAsync();
            await responsible.KeepsTheBarsAsync("physician-plan-review");
            await responsible.Button("采纳建议").ClickAsync();
            await Expect(responsible.Field("名称")).ToHaveValueAsync("动态血压监测");
            await responsible.KeepsTheBarsAsync("physician-plan-editor");
            await responsible.Button("保存为新版本").ClickAsync();
            await responsible.Button("审定签名").ClickAsync();
            await responsible.Button("审定并签名").ClickAsync();
            await Expect(responsible.Page.GetByText("已签名，方案开始执行。")).ToBeVisibleAsync();
            await responsible.KeepsTheBarsAsync("physician-plan-active");

            var worker = await scene.SignsInAsync(place.Worker, Screen.Phone, path: $"/households/{place.Id}/members/1");
            await worker.Page.GetByText("干预措施（").ClickAsync();
            var done = worker.Page.GetByRole(AriaRole.Button, new() { Name = "做了：动态血压监测" });
            await worker.Button("没做：动态血压监测").ClickAsync();
            await worker.Button("没做").ClickAsync();
            await Expect(worker.Page.GetByText("必填").First).ToBeVisibleAsync();
            await worker.Field("为什么没做").FillAsync("仪器在修");
            await worker.KeepsTheBarsAsync("healthWorker-plan-activities");
            await worker.Button("没做").First.ClickAsync();
            await Expect(worker.Page.GetByText("连续 1 次未做")).ToBeVisibleAsync();
            await Expect(done).ToBeVisibleAsync();
            await worker.GoesOfflineAsync();
            await done.ClickAsync();
            await Expect(worker.Page.Locator("section.unsent")).ToContainTextAsync("做了：动态血压监测");
            await Expect(done).ToHaveCountAsync(0);
            await worker.GoesOnlineAsync();
            await Expect(worker.Page.Locator("section.unsent")).ToHaveCountAsync(0);
            await Expect(worker.Page.GetByText("连续 1 次未做")).ToHaveCountAsync(0);
        });

    [Fact]
    public Task Plan_IsRevisedWhileItStaysInForce_AndEndsWithAReason() =>
        stage.PlayAsync(async scene =>
        {
            var place = await PlanStage.OpenAsync(scene);
            using var other = await place.ByApiAsync();
            await other.TakesAsync(place.Household, "/review");
            await other.TakesAsync(place.Household, "/decision", new { reason = "已电话沟通" });
            var window = await scene.SignsInAsync(await place.ResponsibleAsync(), Screen.Phone, path: place.PlanPath);

            await window.Button("开始修订").ClickAsync();
            await window.Button("确认").ClickAsync();
            await Expect(window.Page.GetByText("第 3 版仍在执行")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-plan-revision");
            await window.Button("撤回修订").ClickAsync();
            await window.Button("确认").ClickAsync();
            await Expect(window.Page.GetByText("必填").First).ToBeVisibleAsync();
            await window.Field("理由").FillAsync("住院后再定");
            await window.Button("确认").ClickAsync();
            await Expect(window.Page.GetByText("已撤回修订。")).ToBeVisibleAsync();
            // Somebody else is quicker: the step is not taken, and what the plan is now is shown.
            await window.Button("完成方案").ClickAsync();
            await other.TakesAsync(place.Household, "/revision");
            await window.Field("理由").FillAsync("疗程结束");
            await window.Button("确认").ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await window.Button("取消").ClickAsync();
            await Expect(window.Page.GetByText("修订中", new() { Exact = true }).First).ToBeVisibleAsync();
            await window.Button("取消方案").ClickAsync();
            await window.Field("理由").FillAsync("转外地治疗");
            await window.Button("确认").ClickAsync();
            await Expect(window.Page.GetByText("方案已取消。").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-plan-cancelled");
        });
}
