using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Imports;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class ImportTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task RefusedLines_AreMendedOnTheSpot_AndSentAgain() =>
        stage.PlayAsync(async scene =>
        {
            var app = await SharedService.StartedAsync();
            var window = await scene.SignsInAsync(await app.AddAccountAsync(Role.HealthWorker, ["441402"]), Screen.Desktop);
            await window.FollowsAsync("导入");
            await Expect(window.Page.GetByText("还没有导入过")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("imports");

            await window.SendsAsync(
                "list.csv",
                SomeList.Of(
                    SomeList.Line(1, 1),
                    SomeList.Line(2, 1, idNumber: "441402194001010000").Replace("低保户", "富裕户", StringComparison.Ordinal)
                )
            );
            await window.Button("确认并开始").ClickAsync();
            var cell = window.Field("第 3 行 身份证号");
            await Expect(cell).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("imports-refused");

            await cell.FillAsync(SomeList.IdNumber(2, 1));
            await window.Field("第 3 行 贫困户属性").SelectOptionAsync(new SelectOptionValue { Label = "低保户" });
            await window.Button("再次发送").ClickAsync();

            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync("1");
            await Expect(window.Page.Locator(".refused dd")).ToHaveTextAsync("0");
            await window.FollowsAsync("查看各户");
            await Expect(window.Page.GetByText(SomeList.NumberOf(1))).ToBeVisibleAsync();
        });

    /// <summary>Lists as bureaus send them, none of them edited, by somebody who has never seen the service.</summary>
    [Theory]
    [InlineData("1e_head_called_huzhu.xlsx", "3")]
    [InlineData("1f_no_real_merge.xlsx", "3")]
    [InlineData("3a_libreoffice_three_sheets.xlsx", "4")]
    [InlineData("3g_two_line_headings.xlsx", "2")]
    public Task ListWithKnownHeadings_IsShownConfirmedAndEnrolled(string file, string households) =>
        stage.PlayAsync(async scene =>
        {
            // The people of two lists are the same, and here nobody has sent them before.
            var app = file.StartsWith("1f", StringComparison.Ordinal) ? await scene.StartServiceAsync() : null;
            var window = await OpensImportsAsync(scene, Screen.Phone, app);
            await window.SendsAsync(file, BureauLists.List(file));

            await Expect(window.Page.GetByText("各栏均已识别")).ToBeVisibleAsync();
            // One page for all of them: the one that shows the most.
            if (file.StartsWith("3a", StringComparison.Ordinal))
            {
                await window.KeepsTheBarsAsync("imports-reading-clear");
            }
            await window.Button("确认并开始").ClickAsync();

            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync(households);
        });

    [Fact]
    public Task ListWithHalfItsOwnHeadings_IsMapped() =>
        stage.PlayAsync(async scene =>
        {
            var window = await OpensImportsAsync(scene, Screen.Desktop);
            await window.SendsAsync("4b.csv", BureauLists.List("4b_half_own_headings.csv"));

            await Expect(window.Button("确认并开始")).ToBeDisabledAsync();
            await window.KeepsTheBarsAsync("imports-reading");
            await window.Field("联系方式").SelectOptionAsync("householdPhone");
            await window.Field("手机号码").SelectOptionAsync("phone");
            await window.Button("其余各栏都不使用").ClickAsync();
            await window.Field("测量时间").FillAsync("2026-11-01");
            await window.Field("状态认定日期").FillAsync("2026-10-15");
            await window.Button("确认并开始").ClickAsync();

            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync("1");
        });

    [Fact]
    public Task ListWithoutNumbersKindsAndTheWifesName_IsMappedAndMended() =>
        stage.PlayAsync(async scene =>
        {
            var window = await OpensImportsAsync(scene, Screen.Phone);
            await window.SendsAsync("4a.csv", BureauLists.List("4a_own_headings.csv"));
            await Expect(window.Page.GetByText("表中没有户编号")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("imports-reading-phone");
            await window.Field("贫困户属性").SelectOptionAsync("general");
            await window.Button("确认并开始").ClickAsync();

            await window.Field("第 3 行 姓名").FillAsync("测二");
            await window.Button("再次发送").ClickAsync();

            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync("1");
        });

    private static async Task<Window> OpensImportsAsync(Scene scene, Screen screen, AppUnderTest? app = null)
    {
        app ??= await SharedService.StartedAsync();
        return await scene.SignsInAsync(await app.AddAccountAsync(Role.HealthWorker, ["441403"]), screen, path: "/imports");
    }
}
