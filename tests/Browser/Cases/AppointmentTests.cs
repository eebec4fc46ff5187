using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Cases;

public sealed class AppointmentTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task PhysicianOpensSlots_WorkerBooksMovesAndCancels_PhysicianSeesWhoComes() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var physician = await scene.SignsInAsync(care.Specialist, Screen.Desktop);
            await physician.FollowsAsync("我的号源");
            await Expect(physician.Page.GetByText("今后两周没有号源")).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("cases-slots-none");
            await physician.FollowsAsync("编辑每周出诊");
            foreach (var _ in Enumerable.Range(0, 7))
            {
                await physician.Button("添加时段").ClickAsync();
            }
            await physician.Button("保存").ClickAsync();
            await Expect(physician.Page.Locator(".field.wrong")).ToHaveCountAsync(7);
            await physician.KeepsTheBarsAsync("cases-slotPlan-wrong");
            foreach (var index in Enumerable.Range(0, 7))
            {
                await physician.Field("地点").Nth(index).FillAsync("门诊二楼203");
            }
            await physician.Button("保存").ClickAsync();
            await Expect(physician.Page.GetByText("已保存。")).ToBeVisibleAsync();

            var worker = await scene.SignsInAsync(care.Worker, Screen.Phone, path: care.Of("appointments/new"));
            await worker.Field("科室").SelectOptionAsync("psychiatry");
            await worker.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio).First.CheckAsync();
            await worker.Page.Locator("button.time").First.ClickAsync();
            await worker.Field("就诊原因").FillAsync("复诊");
            await worker.KeepsTheBarsAsync("cases-book");
            await worker.Button("预约").ClickAsync();
            await Expect(worker.Page.GetByText("请告诉家属")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("cases-appointments");

            await physician.GoesToAsync("/slots");
            await Expect(physician.Page.Locator("main li a")).ToHaveCountAsync(1);
            await physician.KeepsTheBarsAsync("cases-slots");

            await worker.FollowsAsync("改期");
            await worker.Page.Locator("button.time").Nth(1).ClickAsync();
            await worker.Button("改到这个时间").ClickAsync();
            await Expect(worker.Page.GetByText("已改期 1 次")).ToBeVisibleAsync();
            await worker.Button("取消预约").ClickAsync();
            await worker.Field("取消原因").FillAsync("家属外出");
            await worker.Button("取消预约").ClickAsync();
            await Expect(worker.Page.Locator("main section.card")).ToContainTextAsync("已取消");

            await physician.Page.ReloadAsync();
            await Expect(physician.Page.Locator("main section.day").First).ToBeVisibleAsync();
            await Expect(physician.Page.Locator("main li a")).ToHaveCountAsync(0);
        });
}
