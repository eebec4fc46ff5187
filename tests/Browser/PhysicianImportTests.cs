using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Imports.Files;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class PhysicianImportTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Physicians_AreMappedKeptAndMended() =>
        stage.PlayAsync(async scene =>
        {
            var app = await SharedService.StartedAsync();
            var window = await scene.SignsInAsync(
                await app.AddAccountAsync(Role.Operator, ["4414"]),
                Screen.Desktop,
                path: "/roster/import"
            );
            await window.SendsAsync(
                "roster.csv",
                Sheets.Csv(
                    "编号,医生姓名,擅长,服务乡镇,工作单位,电话",
                    "P441403100-01,测甲,全科,松口镇,示范卫生院,",
                    "P441403100-02,测乙,内科,松口镇,示范卫生院,"
                )
            );

            await Expect(window.Button("确认并开始")).ToBeDisabledAsync();
            await window.KeepsTheBarsAsync("imports-reading-roster");
            await window.Field("擅长").SelectOptionAsync("disciplines");
            await window.Field("签约户数上限").FillAsync("300");
            await window.Button("确认并开始").ClickAsync();
            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync("1");

            await window.Field("第 3 行 科室").SelectOptionAsync("endocrinology");
            await window.Button("再次发送").ClickAsync();

            await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync("1");
            await Expect(window.Page.Locator(".refused dd")).ToHaveTextAsync("0");
        });
}
