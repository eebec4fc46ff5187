using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Imports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

[Collection(Stage.Name)]
public sealed class ImportTests(Stage stage)
{
    [Fact]
    public Task RefusedLines_AreMendedOnTheSpot_AndSentAgain() => stage.PlayAsync(async scene =>
    {
        var app = await scene.StartServiceAsync();
        var window = await scene.SignsInAsync(await app.AddAccountAsync(Role.HealthWorker, ["441402"]), Screen.Desktop);
        await window.Link("导入").ClickAsync();
        await Expect(window.Page.GetByText("还没有导入过")).ToBeVisibleAsync();
        await window.KeepsTheBarsAsync("imports");

        var list = SomeList.Of(SomeList.Line(1, 1), SomeList.Line(2, 1, idNumber: "441402194001010000"));
        await window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = list });
        await window.Button("开始导入").ClickAsync();
        var cell = window.Field("第 3 行 身份证号");
        await Expect(cell).ToBeVisibleAsync();
        await window.KeepsTheBarsAsync("imports-refused");

        await cell.FillAsync(SomeList.IdNumber(2, 1));
        await window.Button("再次发送").ClickAsync();

        await Expect(window.Page.Locator(".accepted dd")).ToHaveTextAsync("1");
        await Expect(window.Page.Locator(".refused dd")).ToHaveTextAsync("0");
        await window.Link("查看各户").ClickAsync();
        await Expect(window.Page.GetByText(SomeList.NumberOf(1))).ToBeVisibleAsync();
    });
}
