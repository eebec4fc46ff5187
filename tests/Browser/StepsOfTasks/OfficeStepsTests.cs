using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Imports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.StepsOfTasks;

/// <summary>What is done at a desk in an office: mending a list, looking up a village.</summary>
public sealed class OfficeStepsTests(Stage stage) : IClassFixture<Stage>
{
    private const int Faults = 9;

    /// <summary>The first of the list's households: no other list has them or those after them.</summary>
    private const int First = 901;

    [Fact]
    public Task NineFaultsOfAnImport() =>
        stage.PlayAsync(async scene =>
        {
            var app = await SharedService.StartedAsync();
            var window = await scene.SignsInAsync(
                await app.AddAccountAsync(Role.HealthWorker, ["441402"]),
                Screen.Desktop,
                path: "/imports"
            );
            await SendsAsync(window);
            // Whoever has sent the list stands before the lines that were refused.
            await window.CountsStepsAsync();
            await CountedTask.Import.BeginsAsync(window);
            for (var fault = 0; fault < Faults; fault++)
            {
                // The headings stand in the first line.
                await window
                    .Field(FormattableString.Invariant($"第 {fault + 2} 行 身份证号"))
                    .FillAsync(SomeList.IdNumber(First + fault, 1));
            }
            await window.Button("再次发送").ClickAsync();

            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync(FormattableString.Invariant($"{Faults}"));
            await Expect(window.Page.Locator(".refused dd")).ToHaveTextAsync("0");
            await CountedTask.Import.IsDoneAsync(window);
        });

    [Fact]
    public Task FromTheCityToTheListOfAVillage() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("city", Screen.Desktop);
            await window.CountsStepsAsync();

            // Those with the most enrolled stand first; the demo has no households in others.
            foreach (var length in new[] { 6, 9, 12 })
            {
                var digits = string.Concat(Enumerable.Repeat("[0-9]", length));
                await window.FollowsAsync(window.Page.Locator("main tbody th a").First);
                await Expect(window.Page).ToHaveURLAsync(new Regex($"/coverage/{digits}\\?"));
            }
            await window.Page.Locator("form.gate input").FillAsync("核对低覆盖村");
            await window.Page.Keyboard.PressAsync("Enter");

            await Expect(window.Page.Locator("main tbody tr:not(.space)").First).ToBeVisibleAsync();
            await CountedTask.VillageList.IsDoneAsync(window);
        });

    private static async Task SendsAsync(Window window)
    {
        var lines = Enumerable.Range(First, Faults).Select(household => SomeList.Line(household, 1, idNumber: "441402194001010000"));
        await window
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "nine.csv",
                    MimeType = "text/csv",
                    Buffer = SomeList.Of([.. lines]),
                }
            );
        await window.Button("开始导入").ClickAsync();
        await window.Button("确认并开始").ClickAsync();
        await Expect(window.Page.Locator(".refused dd")).ToHaveTextAsync(FormattableString.Invariant($"{Faults}"));
    }
}
