using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Print;

/// <summary>A history's photographs on paper: all of them, though nobody came near them, and none across two sheets.</summary>
public sealed class PrintedPhotographTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Of photographs of different shapes; also how they are told apart on paper.</summary>
    private static readonly (int Width, int Height)[] Pictures = [(1_200, 900), (720, 960), (150, 1_500), (1_500, 150), (800, 800)];

    [Fact]
    public Task Photographs_AreWholeOnPaper_ByTheKeyboardAndByTheButton() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            foreach (var (person, path, name) in await household.DesksAsync())
            {
                var window = await scene.SignsInAsync(person, Screen.Desktop, path: path);
                if (name is "worker")
                {
                    await AddsAsync(window);
                    await window.Page.ReloadAsync();
                }
                await Expect(Photographs(window)).ToHaveCountAsync(Pictures.Length);
                await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await Expect(Photographs(window).Locator("img")).ToHaveCountAsync(0);
                await window.Page.EvaluateAsync("() => { window.print = () => { window.isPrinted = true } }");

                if (name is "worker")
                {
                    await window.Page.Keyboard.PressAsync("Control+p");
                }
                else
                {
                    await window.OpensMoreAsync();
                    await window.Button("打印本页").ClickAsync();
                }
                await window.Page.WaitForFunctionAsync("() => window.isPrinted");

                var paper = await Paper.PrintAsync(window, $"page-member-photographs-{name}");
                paper.ShowsPictures([.. Pictures.Select(picture => picture.Width)]);
                paper.Says("化验单 1", "化验单 5");
                paper.HasNothing("添加照片", "打印本页");
            }
        });

    // They open: the charts of the readings are figures, too.
    private static ILocator Photographs(Window window) => window.Page.Locator("figure:has(> button)");

    private static async Task AddsAsync(Window window)
    {
        // The oldest entry: the last that comes on paper, and far below on the screen.
        await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^添加照片") }).Last.ClickAsync();
        var files = new List<FilePayload>();
        foreach (var (width, height) in Pictures)
        {
            // The camera was held upright: what is taken is turned.
            files.Add(Camera.File($"{width}.jpg", await Camera.TakesAsync(window, width: height, height: width)));
        }
        await Camera.PicksAsync(window, [.. files]);
        for (var number = 1; number <= Pictures.Length; number++)
        {
            await window.Field($"照片 {number} 的说明").FillAsync($"化验单 {number}");
        }
        await window.Button("保存").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("article").Filter(new() { HasText = "的照片" })).ToHaveCountAsync(0);
        await Expect(Photographs(window)).ToHaveCountAsync(Pictures.Length);
    }
}
