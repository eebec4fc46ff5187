using System.Globalization;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Services;

/// <summary>What a household is given, by the health worker on a phone and seen by the physician.</summary>
public sealed class ServicesTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Contract_IsSignedAtTheDoor_AndBothSeeWhatIsFulfilled() =>
        stage.PlayAsync(async scene =>
        {
            var service = await ServiceScene.StartAsync(scene);
            var worker = await service.WorkerAsync(scene, Screen.Phone, path: $"/households/{service.HouseholdId}");
            await worker.FollowsAsync("家庭医生签约");
            await worker.Button("保存签约").ClickAsync();
            await worker.KeepsTheBarsAsync("services-contract-errors");
            await worker.Page.GetByLabel("基本服务包").CheckAsync();
            await worker.Field("签字人").SelectOptionAsync("1");
            await worker.Field("签字方式").SelectOptionAsync("thumbprint");
            await worker.Button("保存签约").ClickAsync();
            await Expect(worker.Page.GetByText("已履约（0/8 项次）")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("services-contract-signed");

            await worker.GoesToAsync($"/households/{service.HouseholdId}/members/1/education");
            await worker.KeepsTheBarsAsync("services-education");
            await worker.Button("已理解").First.ClickAsync();
            await Expect(worker.Page.GetByText("已记录：已理解")).ToBeVisibleAsync();

            var physician = await service.PhysicianAsync(scene, Screen.Desktop);
            await physician.FollowsAsync("签约");
            await physician.Field("显示").SelectOptionAsync("signed");
            await Expect(physician.Link(service.Name)).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("services-contracts");
            await physician.FollowsAsync(service.Name);
            await Expect(physician.Page.GetByText("已履约（1/8 项次）")).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("services-contract-physician");
        });

    [Fact]
    public Task Report_IsTakenOver_WaitsForThePhysician_AndShowsItsTrend() =>
        stage.PlayAsync(async scene =>
        {
            var service = await ServiceScene.StartAsync(scene);
            var worker = await service.WorkerAsync(scene, Screen.Phone, path: $"/households/{service.HouseholdId}/members/1");
            await worker.FollowsFromMoreAsync("检查结果");
            await worker.KeepsTheBarsAsync("services-test-reports-none");
            await EnterAsync(worker, "5.6");
            await EnterAsync(worker, "8.9");
            await Expect(worker.Page.GetByText("超出范围，等待责任医师查看")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("services-test-reports-worker");

            var physician = await service.PhysicianAsync(
                scene,
                Screen.Desktop,
                path: $"/panel/{service.HouseholdId}/members/1/test-reports"
            );
            await Expect(physician.Page.Locator("[data-drawn='true']")).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("services-test-reports-physician");
            await physician.Button("标为已阅").ClickAsync();
            await Expect(physician.Page.GetByText("责任医师已阅")).ToBeVisibleAsync();
            Assert.DoesNotContain((await service.HeaderAsync()).Tasks, task => task.Kind == "testReport");
        });

    [Fact]
    public Task HealthCard_IsShown_Scanned_AndWithdrawn() =>
        stage.PlayAsync(async scene =>
        {
            var service = await ServiceScene.StartAsync(scene);
            var worker = await service.WorkerAsync(scene, Screen.Phone, path: $"/households/{service.HouseholdId}/members/1");
            await worker.FollowsFromMoreAsync("健康卡");
            await worker.KeepsTheBarsAsync("services-card-none");
            await worker.Button("发卡").ClickAsync();
            var code = await worker.Page.Locator("p.code").InnerTextAsync();
            await worker.KeepsTheBarsAsync("services-card");

            var physician = await service.PhysicianAsync(scene, Screen.Desktop, path: "/panel/search");
            await physician.FollowsAsync("扫健康卡");
            await ScanAsync(physician, code.ToLowerInvariant());
            await Expect(physician.Heading).ToContainTextAsync(service.Name);

            await worker.Button("挂失作废").ClickAsync();
            await worker.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "挂失作废" }).ClickAsync();
            await Expect(worker.Button("发卡")).ToBeVisibleAsync();
            await physician.GoesToAsync("/panel/health-card-scan");
            await ScanAsync(physician, code);
            await Expect(physician.Page.GetByText("这张卡无效")).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("services-scan");
        });

    [Fact]
    public Task HealthCard_HeldBeforeTheCamera_OpensTheRecord() =>
        stage.PlayAsync(async scene =>
        {
            var service = await ServiceScene.StartAsync(scene);
            var worker = await service.WorkerAsync(scene, Screen.Phone, path: $"/households/{service.HouseholdId}/members/1/health-card");
            await worker.Button("发卡").ClickAsync();
            var folder = Directory.CreateTempSubdirectory("alleviation-camera-");
            var film = Path.Combine(folder.FullName, "card.y4m");
            var qr = worker.Page.Locator("svg.qr");
            var size = (await qr.GetAttributeAsync("viewBox"))!.Split(' ')[^1];
            await File.WriteAllBytesAsync(
                film,
                CardFilm.Of(int.Parse(size, CultureInfo.InvariantCulture), (await qr.Locator("path").GetAttributeAsync("d"))!)
            );

            var context = await stage.OpenKeptAsync(
                Path.Combine(folder.FullName, "browser"),
                Screen.Phone.KeptOptions(service.Place.App.Address),
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-video-capture={film}"
            );
            var colleague = await scene.ShowAsync(context);
            await colleague.Page.GotoAsync("/households/health-card-scan");
            await colleague.SignInAsync(await service.Place.AddWorkerAsync());
            await colleague.Button("打开摄像头").ClickAsync();

            await Expect(colleague.Heading).ToContainTextAsync(service.Name);
            await context.CloseAsync();
            folder.Delete(recursive: true);
        });

    private static async Task EnterAsync(Window window, string value)
    {
        await window.Button("录入检查结果").ClickAsync();
        await window.Field("来源").SelectOptionAsync("report");
        await window.Page.GetByRole(AriaRole.Group, new() { Name = "第 1 项" }).GetByLabel("项目").SelectOptionAsync("hba1c");
        await window.Field("数值").FillAsync(value);
        if (value == "5.6")
        {
            await window.KeepsTheBarsAsync("services-test-reports-form");
        }
        await window.Button("保存").ClickAsync();
        await Expect(window.Button("录入检查结果")).ToBeVisibleAsync();
    }

    private static async Task ScanAsync(Window window, string code)
    {
        await window.Field("卡上的编码").FillAsync(code);
        await window.Button("打开档案").ClickAsync();
    }
}
