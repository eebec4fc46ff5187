using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Browser.Services;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>Photographs that a physician adds: to what stands in the record, to a visit, to a result.</summary>
public sealed class PhysicianPhotographTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Photograph_IsAddedToWhatStandsInTheRecord_AndTakenOutWithAReason() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene, WithoutSignal.SignsThePlanAsync);
            await window.GoesOnlineAsync();
            var physician = await service.PhysicianAsync(scene, Screen.Desktop, path: $"/panel/{service.HouseholdId}/members/1");
            var add = physician.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^添加照片") }).First;
            await add.ClickAsync();
            await Camera.PicksAsync(physician, Camera.File("paper.jpg", await Camera.TakesAsync(physician, width: 400, height: 300)));
            await physician.Field("照片 1 的说明").FillAsync("化验单");
            await physician.KeepsTheBarsAsync("physician-photograph-add");
            await physician.Button("保存").ClickAsync();

            var thumbnail = physician.Page.GetByRole(AriaRole.Button, new() { Name = "化验单" });
            await thumbnail.ScrollIntoViewIfNeededAsync();
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();

            // The health worker has not seen it, and is told so; it is not the health worker's to be taken out.
            await window.GoesToAsync(WithoutSignal.Member(service));
            var seen = window.Page.GetByRole(AriaRole.Button, new() { Name = "化验单" });
            await seen.ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("化验单");
            await Expect(window.Button("移除照片")).ToHaveCountAsync(0);

            await thumbnail.ClickAsync();
            await physician.Button("移除照片").ClickAsync();
            await Expect(physician.Field("移除原因")).ToBeVisibleAsync();
            await physician.Button("移除照片").ClickAsync();
            await Expect(physician.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await physician.Field("移除原因").FillAsync("拍错了人");
            await physician.KeepsTheBarsAsync("physician-photograph-remove");
            await physician.Button("移除照片").ClickAsync();
            await Expect(physician.Page.GetByText("拍错了人")).ToBeVisibleAsync();
            await Expect(thumbnail).ToHaveCountAsync(0);
            Assert.True(Assert.Single(await WithoutSignal.PhotographsAsync(service)).TryGetProperty("removal", out _));
        });

    [Fact]
    public Task PhysiciansVisit_AndResult_TakeTheirPhotographsAlong() =>
        stage.PlayAsync(async scene =>
        {
            var service = await ServiceScene.StartAsync(scene);
            var member = $"/panel/{service.HouseholdId}/members/1";
            var window = await service.PhysicianAsync(scene, Screen.Desktop, path: $"{member}/visits/hypertension");
            await window.AnswersAsync();
            await Camera.PicksAsync(window, Camera.File("visit.jpg", await Camera.TakesAsync(window, width: 400, height: 300)));
            // The first is lost on its way: the visit is there, and what is missing is sent again.
            await window.Page.RouteAsync("**/photographs/**", route => route.FulfillAsync(new() { Status = 409, Body = "{}" }));
            await window.Field("照片 1 的说明").FillAsync("足部");
            await window.SavesAsync();
            await window.SeesAsync("还有 1 张照片没有送到");
            await window.KeepsTheBarsAsync("physician-visit-photograph-unsent");
            await window.Page.UnrouteAsync("**/photographs/**");
            await window.Button("重新发送").ClickAsync();
            await Expect(window.Page.GetByText("还有 1 张照片没有送到")).ToHaveCountAsync(0);

            await window.GoesToAsync($"{member}/test-reports");
            await window.Button("录入检查结果").ClickAsync();
            await window.Field("来源").SelectOptionAsync("report");
            await window.Page.GetByRole(AriaRole.Group, new() { Name = "第 1 项" }).GetByLabel("项目").SelectOptionAsync("hba1c");
            await window.Field("数值").FillAsync("8.9");
            await Camera.PicksAsync(window, Camera.File("paper.jpg", await Camera.TakesAsync(window, width: 300, height: 400)));
            await window.Field("照片 1 的说明").FillAsync("化验单");
            await window.Button("保存").ClickAsync();
            await Expect(window.Button("录入检查结果")).ToBeVisibleAsync();

            Assert.Equal(
                ["testReport 化验单", "visit 足部"],
                (await WithoutSignal.EntriesAsync(service))
                    .Where(entry => entry.TryGetProperty("photographs", out _))
                    .Select(entry =>
                        $"{entry.GetProperty("kind").GetString()} "
                        + entry.GetProperty("photographs").EnumerateArray().Single().GetProperty("caption").GetString()
                    )
                    .Order(StringComparer.Ordinal)
            );
        });
}
