using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>A referral that is written at the door without signal.</summary>
public sealed class ReferralEntryTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Referral_IsSentOnceWhenTheSignalIsBack() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Page.ReloadAsync();
            await Expect(window.Page.GetByText("现在没有信号")).ToBeVisibleAsync();
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await Expect(window.Page.GetByText("将就近安排")).ToBeVisibleAsync();
            await window.Field("转诊原因").FillAsync("近一周头痛加重");
            await window.KeepsTheBarsAsync("healthWorker-referral-offline");
            await window.Button("发送转诊").ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "近一周头痛加重");
            await window.KeepsTheBarsAsync("healthWorker-member-unsent");

            await window.GoesOnlineAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            await Expect(window.Page.GetByText("待接收")).ToBeVisibleAsync();
            var sent = Assert.Single(await WithoutSignal.ItemsAsync(service, "members/1/referrals"));
            Assert.Equal("近一周头痛加重", sent.GetProperty("reason").GetString());
        });

    [Fact]
    public Task PersonOfTheListAlone_IsReferredWithoutSignal_WithWhatTheListSays() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.HasTheListsAsync(place.Village);
            await window.IsReadyForNoSignalAsync();
            await window.OpensToDoAsync();
            await Expect(window.Page.Locator("main article")).ToContainTextAsync(name);
            await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await window.GoesOfflineAsync();

            await window.FollowsAsync(window.Page.Locator("main article").GetByRole(AriaRole.Link, new() { Name = "转诊", Exact = true }));
            await Expect(window.Page.Locator("main")).ToContainTextAsync(name);
            await Expect(window.Field("紧急程度")).ToHaveValueAsync("emergency");
            await Expect(window.Field("转诊原因")).ToHaveValueAsync(new Regex("收缩压 190"));
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await window.Button("发送转诊").ClickAsync();
            await Expect(window.Heading).ToHaveTextAsync("待发送");
            await Expect(window.Page.Locator("article")).ToContainTextAsync("收缩压 190");

            await window.GoesOnlineAsync();

            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
            using var worker = await place.WorkerByApiAsync();
            var lines = (await worker.GetFromJsonAsync<JsonElement>($"/api/regions/{place.Village}/worklist")).GetProperty("items");
            var household = lines[0].GetProperty("householdId").GetString();
            var sent = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{household}/members/1/referrals");
            Assert.Single(sent.GetProperty("items").EnumerateArray());
        });

    [Fact]
    public Task RefusedReferral_IsMendedInItsForm_WithWhatTheServiceSaid() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            var isRefused = false;
            await window.Page.RouteAsync(
                "**/referrals/*",
                async route =>
                {
                    if (route.Request.Method != "PUT" || isRefused)
                    {
                        await route.ContinueAsync();
                        return;
                    }
                    isRefused = true;
                    await route.FulfillAsync(
                        new()
                        {
                            Status = 422,
                            ContentType = "application/problem+json",
                            Body = """
                            {"code":"invalid","title":"有内容需要更正。",
                            "errors":[{"field":"reason","code":"too-short","message":"请写得再清楚一些。"}]}
                            """,
                        }
                    );
                }
            );
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            // What has to be filled in is asked for where somebody can still answer.
            await window.Button("发送转诊").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await window.Field("转诊原因").FillAsync("头晕");
            await window.Button("发送转诊").ClickAsync();
            await WithoutSignal.SeesWaitingAsync(window, service, "头晕");
            await window.GoesOnlineAsync();
            var card = WithoutSignal.Card(window, service);
            await Expect(card).ToContainTextAsync("需要更正");
            await window.KeepsTheBarsAsync("healthWorker-member-refused");

            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("请写得再清楚一些。")).ToBeVisibleAsync();
            await Expect(window.Field("紧急程度")).ToHaveValueAsync("soon");
            await window.Field("转诊原因").FillAsync("头晕一周，血压控制不好");
            await window.Button("发送转诊").ClickAsync();

            await Expect(window.Page.GetByText("待接收")).ToBeVisibleAsync();
            Assert.Single(await WithoutSignal.ItemsAsync(service, "members/1/referrals"));
            await window.GoesToAsync("/outbox");
            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
        });

    [Fact]
    public Task WaitingReferral_IsWithdrawn_AndNothingIsSent() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Field("紧急程度").SelectOptionAsync("routine");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await window.Field("转诊原因").FillAsync("复查");
            await window.Button("发送转诊").ClickAsync();
            await WithoutSignal.Card(window, service).GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();

            await WithoutSignal.SeesNothingWaitingAsync(window);
            await window.GoesOnlineAsync();
            await window.GoesToAsync(WithoutSignal.Member(service));
            Assert.Empty(await WithoutSignal.ItemsAsync(service, "members/1/referrals"));
        });
}
