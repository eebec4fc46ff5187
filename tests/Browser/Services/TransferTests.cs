using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Services;

public sealed class TransferTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Household_IsReturnedWithAReason_ProposedAgain_AndAccepted() =>
        stage.PlayAsync(async scene =>
        {
            var service = await ServiceScene.StartAsync(scene);
            var from = await service.PhysicianAsync(scene, Screen.Desktop, path: $"/panel/{service.HouseholdId}");
            await from.KeepsTheBarsAsync("services-physician-household");
            await from.FollowsFromMoreAsync("变更签约医生");
            await ProposeAsync(from, service.Colleague, "随子女迁居邻镇");
            await Expect(from.Page.GetByText("签约医生变更等待对方答复")).ToBeVisibleAsync();
            await from.KeepsTheBarsAsync("services-transfer-proposed");

            var to = await service.PhysicianAsync(scene, Screen.Phone, service.Colleague);
            await to.FollowsAsync(to.Page.Locator($"main a[href*='{service.HouseholdId}']").First);
            await Expect(to.Button("接受")).ToBeVisibleAsync();
            await to.KeepsTheBarsAsync("services-transfer-asked");
            await to.Button("退回").ClickAsync();
            await to.Field("退回原因").FillAsync("名额已满");
            await to.Button("退回").ClickAsync();
            await Expect(to.Heading).ToContainTextAsync("待办");

            await from.Page.ReloadAsync();
            await Expect(from.Page.GetByText("退回了变更申请：名额已满")).ToBeVisibleAsync();
            await from.KeepsTheBarsAsync("services-transfer-returned");
            await ProposeAsync(from, service.Colleague, "现已有名额");
            await to.GoesToAsync($"/panel/{service.HouseholdId}/transfer");
            await to.Button("接受").ClickAsync();

            await Expect(to.Page.GetByText("转给其他责任医师")).ToBeVisibleAsync();
            Assert.Equal(service.Colleague, (await service.HeaderAsync()).PhysicianId);
            await from.GoesToAsync("/worklist");
            await Expect(from.Page.Locator($"main a[href*='{service.HouseholdId}']")).ToHaveCountAsync(0);
        });

    private static async Task ProposeAsync(Window window, string colleague, string reason)
    {
        await window.Field("接收医师").SelectOptionAsync(colleague);
        await window.Field("原因").FillAsync(reason);
        await window.Button("提出变更").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "撤回" })).ToBeVisibleAsync();
    }
}
