using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Print;

/// <summary>Every page on paper: light, unfolded, without what is there to be pressed.</summary>
public sealed class PrintedPageTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("worker", "/households")]
    [InlineData("worker", "/due-visits")]
    [InlineData("worker", "/registers")]
    [InlineData("worker", "/referral-ledger")]
    [InlineData("physician", "/registers")]
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
                var window = await scene.SignsInAsync(account, Screen.Desktop, path: path);
                var title = await window.Heading.InnerTextAsync();

                var paper = await Paper.PrintAsync(window, $"page-{account}-{path.Trim('/').Replace('/', '-')}");

                paper.Says(title, $"1/{paper.Sheets.Count}");
                paper.HasNothing("退出登录");
            },
            $"{nameof(MainPages_FitOnPaper)}-{account}-{path.Trim('/').Replace('/', '-')}"
        );

    [Fact]
    public Task AMembersPage_IsLight_Unfolded_AndSaysWhoseItIs() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            foreach (var (person, path, name) in await household.DesksAsync())
            {
                var window = await scene.SignsInAsync(person, Screen.Desktop, path: path);
                await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                await Expect(window.Page.Locator("html.dark")).ToBeAttachedAsync();
                await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "诊疗方案" }).First).ToBeVisibleAsync();
                // An activity of the plan, and the answers of a visit: both are folded away on the screen.
                var folded = window.Page.GetByText("早上起床、小便后、吃药前坐着休息5分钟再量");
                await Expect(folded).Not.ToBeVisibleAsync();

                var paper = await Paper.PrintAsync(window, $"page-member-{name}");

                paper.Says("早上起床、小便后、吃药前坐着休息5分钟再量", household.Names[0]);
                Assert.All(paper.Sheets, sheet => Assert.Contains(household.RecordNumber, sheet, StringComparison.Ordinal));
                paper.IsDarkOnWhite();
                paper.HasNothing("打印表格", "健康教育处方", "更早的记录");
                await Expect(window.Page.Locator("html.dark")).ToBeAttachedAsync();
            }
        });

    [Fact]
    public Task PagesAboutAMember_FitOnPaper() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            var physician = await scene.SignsInAsync(await household.Place.AddPhysicianAsync(), Screen.Desktop);
            foreach (
                var (page, says) in new[]
                {
                    ("/contract", "家庭医生签约"),
                    ("/members/1/education", "少吃盐"),
                    ("/members/1/medication", "氨氯地平"),
                    ("/members/1/test-reports", "78.5"),
                    ("/members/1/plan", "早上起床、小便后、吃药前坐着休息5分钟再量"),
                    ("/members/1/plan/versions", "版本"),
                    ("/members/1/consultations", "咨询"),
                    ("/members/1/visits/hypertension", household.Names[0]),
                }
            )
            {
                await physician.GoesToAsync($"/panel/{household.Id}{page}");
                await Expect(physician.Page.Locator("main [aria-busy='true']")).ToHaveCountAsync(0);

                var paper = await Paper.PrintAsync(physician, $"page-member{page.Replace("/members/1", "").Replace('/', '-')}");

                paper.Says(says);
                paper.HasNothing("打印表格");
            }
        });
}
