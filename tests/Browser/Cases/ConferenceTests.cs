using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.CarePlans;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Cases;

public sealed class ConferenceTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task ResponsibleCalls_SpecialistSigns_ResponsibleConcludes() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            using var signing = await care.Place.App.PhysicianAsync(care.Place.Physician);
            await signing.TakesAsync(care.Member, "/decision", new { reason = "已电话沟通" });
            var responsible = await scene.SignsInAsync(care.Responsible, Screen.Desktop, path: $"/panel/{care.Household}/members/1");
            await responsible.FollowsFromMoreAsync("发起会诊");
            await responsible.Field("会诊问题").FillAsync("是否需要换药？");
            await responsible.Field("邀请的科室").SelectOptionAsync("psychiatry");
            await responsible.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio).First.CheckAsync();
            await responsible.Button("添加").ClickAsync();
            await responsible.KeepsTheBarsAsync("cases-call");
            await responsible.Button("发出邀请").ClickAsync();
            await Expect(responsible.Page.GetByText("待意见")).ToBeVisibleAsync();

            var specialist = await scene.SignsInAsync(care.Specialist, Screen.Phone, path: "/cases");
            await specialist.FollowsAsync(specialist.Page.Locator("main a.line"));
            await specialist.Field("分析").FillAsync("血药浓度偏低");
            await specialist.Field("建议").FillAsync("增加四分之一剂量");
            await specialist.KeepsTheBarsAsync("cases-conference-opinion");
            await specialist.Button("签名并提交").ClickAsync();
            await Expect(specialist.Page.GetByText("已签名")).ToBeVisibleAsync();

            await responsible.Page.ReloadAsync();
            await Expect(responsible.Page.GetByText("增加四分之一剂量")).ToBeVisibleAsync();
            await responsible.Field("结论").FillAsync("同意增量");
            await responsible.Page.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).CheckAsync();
            await responsible.KeepsTheBarsAsync("cases-conference-conclude");
            await responsible.Button("结束会诊").ClickAsync();
            await Expect(responsible.Page.Locator("header.page-header")).ToContainTextAsync("已形成结论");
            await responsible.KeepsTheBarsAsync("cases-conference");

            // Among the plans to decide on it says what waits there, and not that somebody else is about it.
            await responsible.GoesToAsync("/plans/drafts");
            await Expect(responsible.Page.GetByText("会诊建议修订这份方案")).ToBeVisibleAsync();
            await responsible.KeepsTheBarsAsync("physician-drafts-proposed");
            await responsible.FollowsAsync("查看会诊结论");
            await Expect(responsible.Page.GetByText("同意增量")).ToBeVisibleAsync();
        });
}
