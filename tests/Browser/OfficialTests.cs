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

    /// <summary>Nobody scrolls a wall: all of it is in sight, and nothing lies over anything else.</summary>
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1920, 1080)]
    public Task Wall_FitsItsScreen(int width, int height) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("city", Screen.Desktop);
            await window.Page.SetViewportSizeAsync(width, height);
            await window.GoesToAsync("/coverage/4414/screen");
            await Expect(window.Page.Locator(".wall canvas").First).ToBeVisibleAsync();

            await window.Page.WaitForFunctionAsync(
                "() => new Set([...document.querySelectorAll('.measure')].map((card) => card.offsetTop)).size === 2"
            );
            var overflowing = await window.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('html, .screen, .cards, .measure, .wall, .wall section, .wall .box')]
                  .filter((box) => box.scrollHeight > box.clientHeight + 2 && !box.matches('.ranking'))
                  .map((box) => `${box.tagName}.${box.className}: ${box.scrollHeight} in ${box.clientHeight}`)
                """
            );
            Assert.Empty(overflowing);
        });
}
