using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class PhysicianTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Worklist_IsWorkedByKeyboardAlone_AndGoesOnAtItsRow() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("physician", Screen.Desktop);
            var rows = window.WorklistRows().Locator("th a");
            await Expect(rows.First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-worklist");

            while (!await rows.First.EvaluateAsync<bool>("row => row === document.activeElement"))
            {
                await window.Page.Keyboard.PressAsync("Tab");
            }
            await window.Page.Keyboard.PressAsync("ArrowDown");
            await Expect(rows.Nth(1)).ToBeFocusedAsync();
            var address = await rows.Nth(1).GetAttributeAsync("href");
            await window.Page.Keyboard.PressAsync("Enter");
            await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "诊疗方案" })).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-household");
            await window.Page.Keyboard.PressAsync("Escape");

            await Expect(window.Page.Locator($"main a[href='{address}']")).ToBeFocusedAsync();
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Family_IsCalledFromItsRow(bool isPhone) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("physician", isPhone ? Screen.Phone : Screen.Desktop);
            var call = window.Page.Locator("main a[href^='tel:']").First;

            // Whoever presses it does not open the row, which is a link as a whole.
            await call.ClickAsync(new() { Trial = true });
            Assert.Matches("^给.+家打电话：1[0-9]{10}$", await call.GetAttributeAsync("aria-label"));
            await window.KeepsTheBarsAsync(isPhone ? "physician-worklist-call-phone" : "physician-worklist-call");
        });

    [Fact]
    public Task Shortcuts_AreShown() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("physician", Screen.Desktop);

            await window.Button("键盘快捷键").ClickAsync();

            await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("打开这一行");
            await window.KeepsTheBarsAsync("physician-shortcuts");
        });
}
