using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.CarePlans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>A physician of the team, who is not responsible, is shown nothing that the service would refuse.</summary>
public sealed class TeamPhysicianTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Photograph_OfAnother_IsNotTheTeamsToRemove_ItsOwnIs() =>
        stage.PlayAsync(async scene =>
        {
            var place = await PlanStage.OpenAsync(scene);
            using (var byApi = await place.ByApiAsync())
            {
                await byApi.TakesAsync(place.Household, "/decision", new { reason = "已电话沟通" });
            }
            var member = $"/panel/{place.Id}/members/1";
            var responsible = await scene.SignsInAsync(await place.ResponsibleAsync(), Screen.Desktop, path: member);
            await AddsAsync(responsible, "化验单");
            var cardiologist = await scene.SignsInAsync(place.Cardiologist, Screen.Desktop, path: member);

            await OpensAsync(cardiologist, "化验单");
            await Expect(Remove(cardiologist)).ToHaveCountAsync(0);
            await cardiologist.Page.Keyboard.PressAsync("Escape");

            await AddsAsync(cardiologist, "心电图");
            await OpensAsync(cardiologist, "心电图");
            await Expect(Remove(cardiologist)).ToBeVisibleAsync();

            await responsible.Page.ReloadAsync();
            await OpensAsync(responsible, "心电图");
            await Expect(Remove(responsible)).ToBeVisibleAsync();
        });

    [Fact]
    public Task Contract_IsNotTheTeamsToRecord() =>
        stage.PlayAsync(async scene =>
        {
            var place = await PlanStage.OpenAsync(scene);
            var contract = $"/panel/{place.Id}/contract";
            var cardiologist = await scene.SignsInAsync(place.Cardiologist, Screen.Desktop, path: contract);
            await Expect(cardiologist.Page.GetByText("尚未签约。该户的签约由责任医师")).ToBeVisibleAsync();
            await Expect(cardiologist.Button("保存签约")).ToHaveCountAsync(0);
            await cardiologist.KeepsTheBarsAsync("physician-contract-of-another");

            var responsible = await scene.SignsInAsync(await place.ResponsibleAsync(), Screen.Desktop, path: contract);
            await responsible.Page.GetByLabel("基本服务包").CheckAsync();
            await responsible.Field("签字人").SelectOptionAsync("1");
            await responsible.Field("签字方式").SelectOptionAsync("thumbprint");
            await responsible.Button("保存签约").ClickAsync();
            await Expect(responsible.Button("更改")).ToBeVisibleAsync();

            await cardiologist.Page.ReloadAsync();
            await Expect(cardiologist.Page.GetByText("已履约")).ToBeVisibleAsync();
            await Expect(cardiologist.Button("更改")).ToHaveCountAsync(0);
        });

    private static async Task AddsAsync(Window window, string caption)
    {
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^添加照片") }).First.ClickAsync();
        await Camera.PicksAsync(window, Camera.File("paper.jpg", await Camera.TakesAsync(window, width: 400, height: 300)));
        await window.Field("照片 1 的说明").FillAsync(caption);
        await window.Button("保存").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task OpensAsync(Window window, string caption)
    {
        await window.Page.GetByRole(AriaRole.Button, new() { Name = caption }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img)).ToBeVisibleAsync();
    }

    private static ILocator Remove(Window window) =>
        window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "移除照片" });
}
