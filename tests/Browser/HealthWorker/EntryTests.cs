using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>
/// What is entered at the door without signal: its page opens by its address from what the phone keeps, what was entered waits in the
/// outbox and on the person's page, and is at the service once when the signal is back.
/// </summary>
public sealed class EntryTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Activity_IsReportedOnce_AndWaitsBesideItsName() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene, WithoutSignal.SignsThePlanAsync);
            await window.GoesToAsync(WithoutSignal.Member(service));
            await window.Page.ReloadAsync();
            await window.Page.GetByText("干预措施（").ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^做了：") }).First.ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^没做：") }).First.ClickAsync();
            await window.Button("没做").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await window.Field("为什么没做").FillAsync("家里没人");
            await window.Button("没做").First.ClickAsync();
            await Expect(window.Page.Locator("section.unsent article")).ToHaveCountAsync(2);
            await WithoutSignal.SeesWaitingAsync(window, service, "家里没人", count: 2);
            await window.KeepsTheBarsAsync("healthWorker-member-activities-unsent");

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            var reports = (await WithoutSignal.EntriesAsync(service))
                .Where(entry => entry.GetProperty("kind").GetString() == "activity")
                .ToList();
            Assert.Equal(
                ["done", "skipped"],
                reports.Select(report => report.GetProperty("facts").GetProperty("outcome").GetString()!).Order()
            );
        });

    [Fact]
    public Task Lesson_IsNotedOnce_WithTheMomentAtTheDoor() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/education");
            await window.Page.ReloadAsync();
            await Expect(window.Page.GetByText("以前的记录没有存在这部手机里")).ToBeVisibleAsync();
            await window.Button("已理解").First.ClickAsync();
            await Expect(window.Page.GetByText("已存在手机里")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-education-offline");
            await WithoutSignal.SeesWaitingAsync(window, service, "已理解");

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            var lesson = Assert.Single(await WithoutSignal.ItemsAsync(service, "members/1/education"));
            Assert.Equal("understood", lesson.GetProperty("step").GetString());
        });

    [Fact]
    public Task TestReport_IsThereOnce() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/test-reports");
            await window.Page.ReloadAsync();
            await window.Button("录入检查结果").ClickAsync();
            await window.Button("保存").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(3);
            await window.Field("来源").SelectOptionAsync("report");
            await window.Page.GetByRole(AriaRole.Group, new() { Name = "第 1 项" }).GetByLabel("项目").SelectOptionAsync("hba1c");
            await window.Field("数值").FillAsync("8.9");
            await window.KeepsTheBarsAsync("healthWorker-test-report-offline");
            await window.Button("保存").ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "8.9");

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            Assert.Single(await WithoutSignal.ItemsAsync(service, "members/1/test-reports"));
        });

    [Fact]
    public Task Contract_IsSignedOnce_AndAnotherThatCameBeforeIsShown() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"/households/{service.HouseholdId}/contract");
            await window.Page.ReloadAsync();
            await window.Button("保存签约").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(3);
            await window.Page.GetByLabel("基本服务包").CheckAsync();
            await window.Field("签字人").SelectOptionAsync("1");
            await window.Field("签字方式").SelectOptionAsync("thumbprint");
            await window.KeepsTheBarsAsync("healthWorker-contract-offline");
            await window.Button("保存签约").ClickAsync();
            await Expect(window.Page.Locator("section.unsent")).ToContainTextAsync("基本服务包");
            using var other = await service.Place.WorkerByApiAsync();
            var year = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Year;
            var path = $"/api/households/{service.HouseholdId}/contracts/{year}";
            var signed = new
            {
                package = "basic",
                signedOn = $"{year}-01-02",
                signedBy = 1,
                method = "paper",
            };
            (await other.PutAsJsonAsync(path, signed)).EnsureSuccessStatusCode();

            await window.GoesOnlineAsync();

            var card = window.Page.Locator("section.unsent article");
            await Expect(card).ToContainTextAsync("需要您决定");
            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("已履约（")).ToBeVisibleAsync();
            await Expect(window.Field("签字方式")).ToHaveValueAsync("thumbprint");
            await window.KeepsTheBarsAsync("healthWorker-contract-conflict");
            await window.Button("保存签约").ClickAsync();
            await WithoutSignal.SeesNothingWaitingAsync(window);
            var contract = await other.GetFromJsonAsync<JsonElement>(path);
            Assert.Equal(("thumbprint", 2), (contract.GetProperty("method").GetString(), contract.GetProperty("version").GetInt32()));
        });

    [Fact]
    public Task HealthCard_IsIssuedOnce_AndShownWithoutSignalFromThenOn() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/health-card");
            await window.Page.ReloadAsync();
            await window.KeepsTheBarsAsync("healthWorker-card-offline");
            await window.Button("发卡").ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "发健康卡");
            await window.GoesOnlineAsync();
            await WithoutSignal.SeesNothingWaitingAsync(window);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/health-card");
            var code = await window.Page.Locator("p.code").InnerTextAsync();

            await window.GoesOfflineAsync();
            await window.Page.ReloadAsync();

            await Expect(window.Page.Locator("p.code")).ToHaveTextAsync(code);
            await Expect(window.Page.GetByText("挂失作废需要信号")).ToBeVisibleAsync();
        });
}
