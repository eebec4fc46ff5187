using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class TableTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("worker", "/households")]
    [InlineData("physician", "/worklist")]
    public Task ManyRows_AreOnOneScreen(string user, string path) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync(user, Screen.Desktop, path: path);
            await Expect(window.WorklistRows().First).ToBeVisibleAsync();

            var height = await window.WorklistRows().First.EvaluateAsync<double>("row => row.getBoundingClientRect().height");

            Assert.InRange(height, 24, 36);
            await window.KeepsTheBarsAsync($"table-{user}");
        });

    [Fact]
    public Task Table_IsSortedAndItsColumnsAreResized_ByKeyboardAlone() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("operator", Screen.Desktop, path: "/accounts");
            var head = window.Page.Locator("th[data-column=userName]");
            // The widths follow the words of roles and regions, which come by themselves.
            await Expect(window.WorklistRows("审计人员").Filter(new() { HasText = "梅州市" })).ToBeVisibleAsync();
            var width = await WidthAsync(head);

            await head.GetByRole(AriaRole.Button).FocusAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            await window.Page.Keyboard.PressAsync("Enter");
            await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
            await window.Page.Keyboard.PressAsync("Alt+ArrowRight");
            await window.Page.Keyboard.PressAsync("Alt+ArrowRight");

            Assert.Equal(width + 32, await WidthAsync(head), 1.0);
            var names = await window.Page.Locator("main tbody td:nth-child(3)").AllInnerTextsAsync();
            Assert.Equal(names.OrderByDescending(name => name, StringComparer.Ordinal), names);
            // What somebody chose is there again after a reload.
            await window.Page.ReloadAsync();
            await Expect(window.WorklistRows().First).ToBeVisibleAsync();
            Assert.Equal(width + 32, await WidthAsync(head), 1.0);
        });

    [Theory]
    [InlineData("导出 Excel（.xlsx）", "xlsx")]
    [InlineData("导出 CSV", "csv")]
    public Task WhatIsShown_IsExported(string choice, string format) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("operator", Screen.Desktop, path: "/accounts");
            await Expect(window.WorklistRows().First).ToBeVisibleAsync();

            await window.Button("导出").ClickAsync();
            var file = await window.Page.RunAndWaitForDownloadAsync(() => window.Button(choice).ClickAsync());

            Assert.Matches($@"^账号-\d{{4}}-\d\d-\d\d\.{format}$", file.SuggestedFilename);
            Assert.True(new FileInfo(await file.PathAsync()).Length > 200);
        });

    private static Task<double> WidthAsync(ILocator head) => head.EvaluateAsync<double>("head => head.offsetWidth");
}
