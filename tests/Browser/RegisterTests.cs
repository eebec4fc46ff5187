using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Cases;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class RegisterTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Register_TellsTheLastValue_IsNarrowed_AndOpensTheMember() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var name = await VisitAsync(care, """{"systolic":152,"diastolic":94}""");
            var worker = await scene.SignsInAsync(care.Worker, Screen.Desktop);
            await worker.FollowsAsync("专项名册");
            var rows = worker.WorklistRows();

            await Expect(rows).ToHaveCountAsync(1);
            await Expect(rows).ToContainTextAsync("血压 152/94 mmHg ↑");
            await Expect(rows).ToContainTextAsync("未达标");
            await Expect(rows.Locator("a[href='tel:13800000000']")).ToBeVisibleAsync();
            var registers = worker.Page.GetByLabel("选择名册");
            await Expect(registers.Locator("option[value=hypertension]")).ToHaveTextAsync("高血压（1 人）");
            await Expect(registers.Locator("option[value=cancer]")).ToHaveTextAsync("恶性肿瘤（0 人）");
            await worker.KeepsTheBarsAsync("registers-worker");
            await worker.Page.GetByLabel("按控制情况筛选").SelectOptionAsync("in");
            await Expect(worker.Page.GetByText("没有符合条件的人")).ToBeVisibleAsync();
            await worker.Page.GetByLabel("按控制情况筛选").SelectOptionAsync("out");
            await Expect(rows).ToHaveCountAsync(1);
            await worker.Page.GetByLabel("选择名册").SelectOptionAsync("type2Diabetes");
            await Expect(rows).ToHaveCountAsync(0);
            await worker.Page.GetByLabel("选择名册").SelectOptionAsync("hypertension");
            await worker.FollowsAsync(rows.Locator("th a"));
            await Expect(worker.Page).ToHaveURLAsync(new Regex($"/households/{care.Household}/members/1$"));
            await Expect(worker.Heading).ToContainTextAsync(name);

            var physician = await scene.SignsInAsync(care.Responsible, Screen.Desktop, path: "/registers");
            await Expect(physician.WorklistRows()).ToHaveCountAsync(1);
            await Expect(physician.Page.Locator("option[value=hypertension]")).ToHaveTextAsync("高血压（1 人）");
            await physician.KeepsTheBarsAsync("registers-physician");
        });

    [Theory]
    [InlineData("导出 Excel（.xlsx）", "xlsx")]
    [InlineData("导出 CSV", "csv")]
    public Task WhatIsShown_IsExported(string choice, string format) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Desktop, path: "/registers");
            await Expect(window.WorklistRows().First).ToBeVisibleAsync();

            await window.Button("导出").ClickAsync();
            var file = await window.Page.RunAndWaitForDownloadAsync(() => window.Button(choice).ClickAsync());

            Assert.Matches($@"^专项名册 . 高血压.*\.{format}$", file.SuggestedFilename);
            Assert.True(new FileInfo(await file.PathAsync()).Length > 200);
        });

    [Fact]
    public Task OnAPhone_TheRegisterIsAList_FromTheFirstPage() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            await VisitAsync(care, """{"systolic":128,"diastolic":78}""");
            var worker = await scene.SignsInAsync(care.Worker, Screen.Phone, keepsTheProgram: true);
            await worker.FollowsAsync("专项名册");

            var row = worker.Page.Locator("main article");
            await Expect(row).ToHaveCountAsync(1);
            await Expect(row).ToContainTextAsync("血压 128/78 mmHg");
            await Expect(row.Locator("a[href='tel:13800000000']")).ToBeVisibleAsync();
            await worker.FollowsAsync(row.Locator("a").First);
            await Expect(worker.Page).ToHaveURLAsync(new Regex($"/households/{care.Household}/members/1$"));

            await worker.SeesAsync("药物过敏");

            // What was looked at is there without signal.
            await worker.IsReadyForNoSignalAsync();
            await worker.GoesOfflineAsync();
            await worker.Page.GoBackAsync();
            await Expect(row).ToContainTextAsync("血压 128/78 mmHg");
            await Expect(worker.Page.GetByText(new Regex(@"没有信号，这是 \d+月\d+日 \d\d:\d\d 看到的内容。"))).ToBeVisibleAsync();
            await worker.GoesOnlineAsync();
        });

    private static async Task<string> VisitAsync(CaseStage care, string answers)
    {
        using var worker = await care.Place.WorkerByApiAsync();
        await worker.PutsAsync(
            $"{care.Member}/members/1/visits/{SomeVisit.Id()}",
            SomeVisit.Body("hypertension", TimeProvider.System.GetUtcNow().AddMinutes(-1), answers)
        );
        var household = await worker.GetFromJsonAsync<JsonElement>(care.Member);
        return household.GetProperty("members")[0].GetProperty("name").GetString()!;
    }
}
