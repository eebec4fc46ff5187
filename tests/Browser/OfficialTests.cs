using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class OfficialTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task City_IsLookedIntoDownToACounty() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("city", Screen.Desktop);
            await Expect(window.Page.Locator("[data-drawn=true]").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("official-city");

            await window.FollowsAsync("梅县区");

            await Expect(window.Heading).ToHaveTextAsync("梅县区覆盖情况");
            await window.KeepsTheBarsAsync("official-county");
        });

    [Fact]
    public Task Wall_ShowsTheCity() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("city", Screen.Desktop);
            await window.GoesToAsync("/coverage/4414/screen");

            await Expect(window.Heading).ToHaveTextAsync("健康梅州 · 梅州市");
            await window.KeepsTheBarsAsync("official-screen");
        });
}
