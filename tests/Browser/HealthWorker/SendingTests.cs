using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class SendingTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task AnswerLostOnItsWay_IsSentAgainAndCountsOnce() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var window = await scene.WorkerAsync(place);
            var newcomer = Newcomer.Somebody(place);
            var sent = 0;
            window.Watch.Expects("ERR_FAILED");
            await window.Page.RouteAsync(
                "**/api/households",
                async route =>
                {
                    if (route.Request.Method != "POST" || sent++ > 0)
                    {
                        await route.ContinueAsync();
                        return;
                    }
                    await route.FetchAsync();
                    await route.AbortAsync();
                }
            );

            await window.EnrolsAsync(newcomer);
            await window.SeesListedAsync(newcomer);

            Assert.Equal(2, sent);
            using var office = await place.WorkerByApiAsync();
            Assert.Equal(1, await office.CountAsync(place.Village));
        });

    [Fact]
    public Task ParcelThatTheServiceFailsAt_WaitsForAPerson_AndTheOthersAreSent() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var window = await scene.WorkerAsync(place);
            var (stuck, other) = (Newcomer.Somebody(place, "示例甲"), Newcomer.Somebody(place, "示例乙"));
            var failures = 0;
            var isWell = false;
            window.Watch.Expects("500");
            await window.Page.RouteAsync(
                "**/api/households",
                async route =>
                {
                    if (isWell || route.Request.PostData?.Contains(stuck.RegistrationNumber, StringComparison.Ordinal) != true)
                    {
                        await route.ContinueAsync();
                        return;
                    }

                    failures++;
                    await route.FulfillAsync(
                        new()
                        {
                            Status = 500,
                            ContentType = "application/problem+json",
                            Body = """{"code":"fault","traceId":"0af7651916cd43dd"}""",
                        }
                    );
                }
            );
            await window.EnrolsAsync(stuck);
            await window.EnrolsAsync(other);
            await window.SeesListedAsync(other);

            var card = window.Page.Locator("article").Filter(new() { HasText = stuck.Name });
            while (failures < 5)
            {
                var before = failures;
                await window.Button("现在发送").ClickAsync();
                await Eventually.TrueAsync(() => Task.FromResult(failures > before));
            }

            await Expect(card.GetByText("先留在这里")).ToBeVisibleAsync();
            await Expect(card.GetByText("0af7651916cd43dd")).ToBeVisibleAsync();
            await Expect(card.GetByRole(AriaRole.Button, new() { Name = "撤回修改" })).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-outbox-failed");
            isWell = true;
            await card.GetByRole(AriaRole.Button, new() { Name = "再发一次" }).ClickAsync();
            await window.SeesListedAsync(stuck);
        });
}
