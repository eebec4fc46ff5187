using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class ConflictTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task TwoWorkersCorrectOneHousehold_TheSecondSeesBothAndDecides() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            using var api = await place.WorkerByApiAsync();
            var location = await api.EnrolsAsync(place.Household());
            await api.ListedAsync(location);
            var path = location.ToString().Replace("/api", "", StringComparison.Ordinal);
            var first = await scene.WorkerAsync(place, path: $"{path}/correction?step=1");
            var second = await scene.WorkerAsync(place, path: $"{path}/correction?step=1");

            foreach (var window in new[] { first, second })
            {
                await Expect(window.Field("住址")).ToHaveValueAsync("示范路1号");
            }

            await first.CorrectsAsync(("住址", "示范路2号"));
            await Expect(first.Page.Locator("article").GetByText("发送", new() { Exact = false })).Not.ToHaveCountAsync(0);
            await Eventually.SeesAsync(() => api.AddressAsync(location), address => address == "示范路2号");
            await second.CorrectsAsync(("住址", "示范路3号"), ("电话", "13900000000"));
            await second.FollowsAsync("查看两份内容并决定");

            await Expect(second.Page.GetByText("示范路2号")).ToBeVisibleAsync();
            await Expect(second.Page.GetByText("示范路3号")).ToBeVisibleAsync();
            await second.KeepsTheBarsAsync("healthWorker-conflict");
            await Expect(second.Button("按此发送")).ToBeDisabledAsync();
            await second.Page.Locator("fieldset").Filter(new() { HasText = "住址" }).GetByLabel("系统里的").CheckAsync();
            await second.Button("按此发送").ClickAsync();

            await Expect(second.Heading).ToHaveTextAsync("待发送");
            var household = await Eventually.SeesAsync(
                () => api.EnrolmentAsync(location),
                form => form.GetProperty("phone").GetString() == "13900000000"
            );
            Assert.Equal("示范路2号", household.GetProperty("address").GetString());
        });

    [Fact]
    public Task CitizenIdHeldElsewhere_IsShownWithTheReasonAndMendedThere() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            using var api = await place.WorkerByApiAsync();
            var held = Some.Member();
            await api.ListedAsync(await api.EnrolsAsync(place.Household(held)));
            var twin = Some.Member();
            twin["idNumber"] = held["idNumber"];
            var location = await api.EnrolsAsync(place.Household(twin));
            await api.IsShownAsync(location, "needsReview", place.Township);
            var window = await scene.WorkerAsync(place);

            await window.Button("需核对").ClickAsync();
            await window.Page.GetByText((string)twin["name"]!).ClickAsync();
            await Expect(window.Page.GetByText("的身份证号已在另一户建档")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-household-review");
            await window.FollowsAsync("现在更正");
            await Expect(window.Page.Locator("#step-title")).ToHaveTextAsync("家里有哪些人？");
            await window.Field("身份证号").FillAsync(Some.IdNumber());
            foreach (var title in new[] { "患有哪些病？", "今天的测量值", "核对并发送" })
            {
                await window.NextAsync(title);
            }
            await window.Button("发送").ClickAsync();

            await Expect(window.Page.Locator("article").GetByText("建档完成")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await api.ListedAsync(location);
        });
}
