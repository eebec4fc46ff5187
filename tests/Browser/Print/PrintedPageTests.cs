using Alleviation.Tests.Browser.Frame;

namespace Alleviation.Tests.Browser.Print;

/// <summary>Every page on paper: light, unfolded, without what is there to be pressed.</summary>
public sealed class PrintedPageTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("worker", "/households")]
    [InlineData("worker", "/due-visits")]
    [InlineData("physician", "/worklist")]
    [InlineData("physician", "/cases")]
    [InlineData("physician", "/panel/contracts")]
    [InlineData("city", "/coverage")]
    [InlineData("operator", "/roster")]
    [InlineData("operator", "/accounts")]
    [InlineData("operator", "/operations")]
    [InlineData("auditor", "/audit")]
    public Task MainPages_FitOnPaper(string account, string path) =>
        stage.PlayAsync(
            async scene =>
            {
                var window = await scene.SignsInAsync(account, Screen.Desktop, at: path);
                var title = await window.Heading.InnerTextAsync();

                var paper = await Paper.PrintAsync(window, $"page-{account}-{path.Trim('/').Replace('/', '-')}");

                paper.Says(title, $"1/{paper.Sheets.Count}");
                paper.HasNothing("退出登录");
            },
            $"{nameof(MainPages_FitOnPaper)}-{account}-{path.Trim('/').Replace('/', '-')}"
        );
}
