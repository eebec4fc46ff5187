using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Cases;

public sealed class ReferralTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task WorkerRefers_SpecialistAnswers_WorkerTellsTheFamily() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var worker = await scene.SignsInAsync(care.Worker, Screen.Phone, path: $"/households/{care.Household}/members/1");
            await worker.FollowsAsync("发起转诊");
            await worker.Field("紧急程度").SelectOptionAsync("soon");
            await worker.Field("转往科室").SelectOptionAsync("psychiatry");
            await Expect(worker.Page.GetByText("就近安排")).ToBeVisibleAsync();
            await worker.Button("发送转诊").ClickAsync();
            await Expect(worker.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await worker.KeepsTheBarsAsync("cases-send");
            await worker.Field("转诊原因").FillAsync("近一周夜间躁动");
            await worker.Button("发送转诊").ClickAsync();
            await Expect(worker.Page.Locator("header.page-header")).ToContainTextAsync("待接收");

            var specialist = await scene.SignsInAsync(care.Specialist, Screen.Desktop);
            await specialist.FollowsAsync("转诊会诊");
            await specialist.FollowsAsync(specialist.WorklistRows());
            await specialist.Button("接收").ClickAsync();
            await specialist.Button("登记就诊").ClickAsync();
            await specialist.Button("回复").ClickAsync();
            await specialist.Field("检查所见").FillAsync("幻听减轻");
            await specialist.Field("处理意见与嘱咐").FillAsync("继续原剂量，两周后复诊");
            await specialist.KeepsTheBarsAsync("cases-referral-answer");
            // What has to be known before anybody answers stands beside it: who asks, allergies, readings, how to call.
            await Expect(specialist.Page.GetByText("（村医/公卫人员）")).ToBeVisibleAsync();
            var about = specialist.Page.GetByRole(AriaRole.Region, new() { Name = "概要" });
            await Expect(about).ToContainTextAsync("药物过敏史");
            await Expect(about.Locator("a[href^='tel:']")).ToHaveCountAsync(1);
            await specialist.Button("回复").ClickAsync();
            await Expect(specialist.Page.Locator("header.page-header")).ToContainTextAsync("已回复");

            await specialist.GoesToAsync($"/panel/{care.Household}/members/1");
            await Expect(specialist.Page.GetByText("可以查看资料，不能修改")).ToBeVisibleAsync();
            await Expect(specialist.Page.Locator("section.cases")).ToContainTextAsync("已回复");
            await Expect(specialist.Link("发起转诊")).ToHaveCountAsync(0);
            await Expect(specialist.Link("家庭医生签约")).ToHaveCountAsync(0);
            await specialist.KeepsTheBarsAsync("cases-guest");
            await specialist.FollowsAsync("用药");
            await Expect(specialist.Page.GetByRole(AriaRole.Heading, new() { Name = "正在用的药", Exact = true })).ToBeVisibleAsync();
            await Expect(specialist.Button("添加药品")).ToHaveCountAsync(0);

            await worker.GoesToAsync("/cases");
            await Expect(worker.Heading).ToHaveTextAsync("待办");
            var answered = worker.Page.Locator("main article a").Filter(new() { HasText = "转诊：" });
            await Expect(answered).ToContainTextAsync("继续原剂量，两周后复诊");
            await worker.KeepsTheBarsAsync("cases-cases");
            await worker.FollowsAsync(answered);
            await Expect(worker.Page.GetByText("继续原剂量，两周后复诊")).ToBeVisibleAsync();
            await Expect(worker.Page.Locator(".answer")).ToContainTextAsync(new Regex("（.+） · "));
            await worker.KeepsTheBarsAsync("cases-referral");
            await worker.Button("结束转诊").ClickAsync();
            await worker.Button("结束转诊").ClickAsync();
            await Expect(worker.Page.Locator("header.page-header")).ToContainTextAsync("已结束");

            var responsible = await scene.SignsInAsync(care.Responsible, Screen.Desktop, path: $"/panel/{care.Household}/members/1");
            await responsible.Button("查看已结束的").ClickAsync();
            await Expect(responsible.Page.Locator("section.cases li")).ToContainTextAsync("已结束");
            await responsible.KeepsTheBarsAsync("cases-record");
        });

    [Fact]
    public Task Declined_TheSpecialistSeesItNoMore_AndNobodyIsLeft() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var responsible = await scene.SignsInAsync(care.Responsible, Screen.Desktop, "en", path: care.Of("referrals/new"));
            await responsible.Field("Discipline").SelectOptionAsync("psychiatry");
            await responsible.Field("Reason").FillAsync("Restless at night for a week");
            await responsible.Button("Send the referral").ClickAsync();
            await Expect(responsible.Page.Locator("header.page-header")).ToContainTextAsync("To be accepted");

            var specialist = await scene.SignsInAsync(
                care.Specialist,
                Screen.Phone,
                "en",
                path: new Uri(responsible.Page.Url).AbsolutePath
            );
            await specialist.Button("Decline").ClickAsync();
            await specialist.Field("Why not").FillAsync("No clinic this week");
            await specialist.Button("Decline").ClickAsync();
            await Expect(specialist.Page.Locator("main .card[role=status]")).ToContainTextAsync("It went on");
            await specialist.KeepsTheBarsAsync("cases-referral-gone-en");

            await responsible.Page.ReloadAsync();
            await Expect(responsible.Page.Locator("header.page-header")).ToContainTextAsync("Nobody accepted");
            await responsible.KeepsTheBarsAsync("cases-referral-returned-en");
        });
}
