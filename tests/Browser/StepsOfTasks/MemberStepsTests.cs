using Alleviation.Tests.Browser.Cases;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.StepsOfTasks;

/// <summary>What is done for a member from the member's page, beginning with the list of the desk.</summary>
public sealed class MemberStepsTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task QuestionToThePhysician() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var window = await AtTheMemberAsync(scene, care, CountedTask.Question);

            await window.FollowsAsync("向医师提问");
            await window.Field("想问什么").FillAsync("吃了氨氯地平以后脚肿，还能吃吗？");
            await window.Button("发送").ClickAsync();

            await Expect(window.Page.Locator("a.consultation")).ToContainTextAsync("等医师答复");
            await CountedTask.Question.IsDoneAsync(window);
        });

    [Fact]
    public Task Referral() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var window = await AtTheMemberAsync(scene, care, CountedTask.Referral);

            await window.FollowsAsync("发起转诊");
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("psychiatry");
            await window.Field("转诊原因").FillAsync("近一周夜间躁动");
            await window.Button("发送转诊").ClickAsync();

            await Expect(window.Page.Locator("header.page-header")).ToContainTextAsync("待接收");
            await CountedTask.Referral.IsDoneAsync(window);
        });

    /// <summary>The list says how urgent it is and why.</summary>
    [Fact]
    public Task ReferralOfSomebodyUrgent() =>
        stage.PlayAsync(async scene =>
        {
            const int Steps = 4;
            var place = await scene.HasPlaceAsync();
            await place.HasPatientAsync();
            var window = await scene.WorkerAsync(place);
            await window.CountsStepsAsync();

            await window.OpensToDoAsync();
            await window.FollowsAsync(window.Page.Locator("main article").GetByRole(AriaRole.Link, new() { Name = "转诊", Exact = true }));
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await window.Button("发送转诊").ClickAsync();

            await Expect(window.Page.Locator("header.page-header")).ToContainTextAsync("待接收");
            Assert.Equal(Steps, await window.StepsAsync());
        });

    [Fact]
    public Task Booking() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            await HasSlotsAsync(scene, care);
            var window = await AtTheMemberAsync(scene, care, CountedTask.Booking);

            await window.FollowsAsync("预约就诊");
            await window.Field("科室").SelectOptionAsync("psychiatry");
            await Expect(window.Page.Locator("button.time[aria-pressed=true]")).ToHaveCountAsync(1);
            await window.Field("就诊原因").FillAsync("复诊");
            await window.Button("预约").ClickAsync();

            await window.SeesAsync("请告诉家属");
            await CountedTask.Booking.IsDoneAsync(window);
        });

    [Fact]
    public Task Drug() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var window = await scene.SignsInAsync(care.Responsible, Screen.Desktop);
            await window.CountsStepsAsync();

            await window.FollowsAsync(window.WorklistRows().First);
            await CountedTask.Drug.BeginsAsync(window);
            await window.FollowsAsync("用药");
            await window.Field("药品").FillAsync("氨氯地平");
            await window.Field("单次剂量").FillAsync("5");
            await window.Button("保存").ClickAsync();

            await Expect(window.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("氨氯地平");
            await CountedTask.Drug.IsDoneAsync(window);
        });

    private static async Task<Window> AtTheMemberAsync(Scene scene, CaseStage care, CountedTask task)
    {
        var window = await scene.SignsInAsync(care.Worker, Screen.Phone);
        await window.CountsStepsAsync();
        await window.FollowsAsync(window.Page.Locator("a.row-link"));
        await window.FollowsAsync(window.Page.Locator("a.member").First);
        await task.BeginsAsync(window);
        return window;
    }

    /// <summary>On every day of the week.</summary>
    private static async Task HasSlotsAsync(Scene scene, CaseStage care)
    {
        var window = await scene.SignsInAsync(care.Specialist, Screen.Desktop, path: "/slots");
        await window.FollowsAsync("编辑每周出诊");
        for (var day = 0; day < 7; day++)
        {
            await window.Button("添加时段").ClickAsync();
            await window.Field("地点").Nth(day).FillAsync("门诊二楼203");
        }
        await window.Button("保存").ClickAsync();
        await window.SeesAsync("已保存。");
    }
}
