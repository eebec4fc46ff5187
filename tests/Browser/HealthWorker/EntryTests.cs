using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.Services;
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
    public Task Referral_IsSentOnceWhenTheSignalIsBack() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignalAsync(scene);
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Page.ReloadAsync();
            await Expect(window.Page.GetByText("现在没有信号")).ToBeVisibleAsync();
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await Expect(window.Page.GetByText("将就近安排")).ToBeVisibleAsync();
            await window.Field("转诊原因").FillAsync("近一周头痛加重");
            await window.KeepsTheBarsAsync("healthWorker-referral-offline");
            await window.Button("发送转诊").ClickAsync();
            await SeesWaitingAsync(window, service, "近一周头痛加重");
            await window.KeepsTheBarsAsync("healthWorker-member-unsent");

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            await Expect(window.Page.GetByText("待接收")).ToBeVisibleAsync();
            var sent = Assert.Single(await ItemsAsync(service, "members/1/referrals"));
            Assert.Equal("近一周头痛加重", sent.GetProperty("reason").GetString());
        });

    [Fact]
    public Task RefusedReferral_IsMendedInItsForm_WithWhatTheServiceSaid() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignalAsync(scene);
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await window.Button("发送转诊").ClickAsync();
            await SeesWaitingAsync(window, service, "全科");
            await window.GoesOnlineAsync();
            var card = Card(window, service);
            await Expect(card).ToContainTextAsync("需要更正");
            await window.KeepsTheBarsAsync("healthWorker-member-refused");

            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await Expect(window.Field("紧急程度")).ToHaveValueAsync("soon");
            await window.Field("转诊原因").FillAsync("血压控制不好");
            await window.Button("发送转诊").ClickAsync();

            await Expect(window.Page.GetByText("待接收")).ToBeVisibleAsync();
            Assert.Single(await ItemsAsync(service, "members/1/referrals"));
            await window.FollowsAsync(window.Page.Locator("nav").GetByText("待发送").First);
            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
        });

    /// <summary>A health worker who has looked at the member, and has lost the signal.</summary>
    private static async Task<(ServiceScene Service, Window Window)> WithoutSignalAsync(Scene scene)
    {
        var service = await ServiceScene.StartAsync(scene);
        var window = await scene.WorkerAsync(service.Place, keepsTheProgram: true);
        await window.HasTheListsAsync(service.Place.Village);
        await window.IsReadyForNoSignalAsync();
        await window.GoesToAsync(Member(service));
        await Expect(window.Page.GetByText("档案编号")).ToBeVisibleAsync();
        await window.GoesOfflineAsync();
        return (service, window);
    }

    private static string Member(ServiceScene service) => $"/households/{service.HouseholdId}/members/1";

    private static ILocator Card(Window window, ServiceScene service) =>
        window.Page.Locator("article").Filter(new() { HasText = service.Name });

    /// <summary>On the page that is shown, in the outbox, and on the member's page, which is shown at the end.</summary>
    private static async Task SeesWaitingAsync(Window window, ServiceScene service, string text)
    {
        await Expect(Card(window, service)).ToContainTextAsync(text);
        await window.GoesToAsync("/outbox");
        await Expect(Card(window, service)).ToContainTextAsync(text);
        await Expect(Card(window, service)).ToContainTextAsync("等待发送。");
        await window.GoesToAsync(Member(service));
        await Expect(Card(window, service)).ToContainTextAsync(text);
    }

    private static Task SeesNothingWaitingAsync(Window window) => Expect(window.Page.Locator("section.unsent")).ToHaveCountAsync(0);

    /// <summary>What the service has.</summary>
    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(ServiceScene service, string path)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var answer = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/{path}");
        return [.. answer.GetProperty("items").EnumerateArray()];
    }
}
