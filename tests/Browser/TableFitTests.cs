using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

/// <summary>
/// What people compare in a table is whole on a desk's screen, in both languages: its heads, days, figures and states. Long texts may
/// end before their end.
/// </summary>
public sealed class TableFitTests(Stage stage) : IClassFixture<Stage>
{
    private const string Cut = """
        () => {
          const right = (element) => element.getBoundingClientRect().right
          const heads = [...document.querySelectorAll('main th[data-column] button')].filter((head) => head.scrollWidth > head.clientWidth)
          const cells = [...document.querySelectorAll('main tbody td')].filter((cell) => {
            const content = cell.querySelector('.tag') ?? (cell.matches('.figures') ? cell.firstElementChild : undefined)
            return content && right(content) > right(cell) + 0.5
          })
          const wide = [...document.querySelectorAll('main .box.wide')].map(() => 'the table scrolls sideways')
          return [...wide, ...new Set([...heads, ...cells].map((element) => element.textContent.trim()))]
        }
        """;

    [Theory]
    [InlineData("physician", "/worklist")]
    [InlineData("physician", "/registers")]
    [InlineData("worker", "/households")]
    [InlineData("worker", "/registers")]
    [InlineData("operator", "/roster")]
    [InlineData("operator", "/accounts")]
    public Task HeadsDaysAndStates_AreWhole(string account, string path) =>
        stage.PlayAsync(
            async scene =>
            {
                foreach (var language in new[] { "zh-CN", "en" })
                {
                    var window = await scene.SignsInAsync(account, Screen.Desktop, language, path);
                    await Expect(window.Page.Locator("main tbody tr").First).ToBeVisibleAsync();
                    await Expect(window.Page.Locator("main [aria-busy='true']")).ToHaveCountAsync(0);

                    var cut = await window.Page.EvaluateAsync<string[]>(Cut);

                    Assert.True(cut.Length == 0, $"Cut in {language}: {string.Join(" | ", cut)}");
                }
            },
            $"{nameof(HeadsDaysAndStates_AreWhole)}-{account}-{path.Trim('/')}"
        );
}
