using System.Net;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>Drugs that are written down, or stopped, without signal: a list with versions.</summary>
public sealed class DrugEntryTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Drugs_OneUponTheOther_GoByTheVersionThatTheFirstMade() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication");
            await window.Page.ReloadAsync();
            await WithoutSignal.AddsAsync(window, "氨氯地平", "5");
            await window.KeepsTheBarsAsync("healthWorker-medication-unsent");
            await WithoutSignal.AddsAsync(window, "二甲双胍", "500");
            await WithoutSignal.SeesWaitingAsync(window, service, "二甲双胍", count: 2);

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            Assert.Equal(["amlodipine", "metformin"], (await WithoutSignal.RunningAsync(service)).Order());
        });

    [Fact]
    public Task DrugThatSomebodyElseWasQuickerWith_IsDecidedByThePerson() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication");
            await WithoutSignal.AddsAsync(window, "氨氯地平", "5");
            await WithoutSignal.SeesWaitingAsync(window, service, "氨氯地平");
            using var other = await service.Place.WorkerByApiAsync();
            await WithoutSignal.PutsAsync(other, service, "metformin");

            await window.GoesOnlineAsync();
            var card = WithoutSignal.Card(window, service);
            await Expect(card).ToContainTextAsync("需要您决定");
            Assert.Equal(["metformin"], await WithoutSignal.RunningAsync(service));
            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("别人刚改过这份用药单")).ToBeVisibleAsync();
            await Expect(window.Page.Locator("article.course")).ToContainTextAsync("二甲双胍");
            await Expect(window.Field("药品")).ToHaveValueAsync("氨氯地平");
            await window.KeepsTheBarsAsync("healthWorker-medication-conflict");
            await window.Button("保存").ClickAsync();

            await Expect(window.Page.Locator("article.course")).ToHaveCountAsync(2);
            Assert.Equal(["amlodipine", "metformin"], (await WithoutSignal.RunningAsync(service)).Order());
            await window.GoesToAsync("/outbox");
            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
        });

    [Fact]
    public Task Allergy_IsRecordedFromTheMembersPage_WaitsAndIsThereOnce() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync(WithoutSignal.Member(service));
            await window.FollowsAsync("登记过敏");
            await window.Button("保存").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await window.Page.GetByLabel("青霉素").CheckAsync();
            await window.KeepsTheBarsAsync("healthWorker-allergy-offline");
            await window.Button("保存").ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "青霉素");

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "概要" })).ToContainTextAsync("青霉素");
            Assert.Single(await WithoutSignal.EntriesAsync(service), entry => entry.GetProperty("kind").GetString() == "allergy");
        });

    [Fact]
    public Task NoAllergyBesideOneThatIsKnown_IsDecidedByThePerson() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication?allergy");
            await window.Page.GetByLabel("无", new() { Exact = true }).CheckAsync();
            await window.Button("保存").ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "无");
            using var other = await service.Place.WorkerByApiAsync();
            await other.PutsAsync(
                $"/api/households/{service.HouseholdId}/members/1/medication/allergies/{Guid.NewGuid():N}",
                new { drugAllergies = new[] { "2" } },
                HttpStatusCode.OK
            );

            await window.GoesOnlineAsync();
            var card = WithoutSignal.Card(window, service);
            await Expect(card).ToContainTextAsync("需要您决定");
            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("已登记有药物过敏").First).ToBeVisibleAsync();
            await Expect(window.Page.GetByLabel("无", new() { Exact = true })).ToBeCheckedAsync();
            await window.KeepsTheBarsAsync("healthWorker-allergy-conflict");
            await window.Page.GetByLabel("磺胺").CheckAsync();
            await window.Button("保存").ClickAsync();

            await Expect(window.Page.Locator("section.unsent")).ToHaveCountAsync(0);
            await window.GoesToAsync("/outbox");
            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
        });

    [Fact]
    public Task DrugThatIsStopped_IsStoppedOnTheDayOnWhichItWasSaid() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(
                scene,
                async service =>
                {
                    using var other = await service.Place.WorkerByApiAsync();
                    await WithoutSignal.PutsAsync(other, service, "metformin");
                }
            );
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "停用 二甲双胍" }).ClickAsync();
            await window.Field("停用原因").FillAsync("吃完了");
            await window.KeepsTheBarsAsync("healthWorker-medication-stop-offline");
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "吃完了");

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            Assert.Empty(await WithoutSignal.RunningAsync(service));
        });
}
