using System.Globalization;
using System.Net.Http.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.FollowUps;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Print;

/// <summary>The ways to the forms: the menu of a member's page, and the page about what a form is about.</summary>
public sealed class PrintLinkTests(Stage stage) : IClassFixture<Stage>
{
    private const string CountPrints = "() => { window.prints = 0; window.print = () => { window.prints++ } }";

    [Fact]
    public Task Menu_LeadsToTheFormsOfTheMember_AndAButtonPrints() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            var worker = await scene.SignsInAsync(
                await household.Place.AddWorkerAsync(),
                Screen.Phone,
                path: household.PathOf(PrintedHousehold.Head)
            );
            await worker.OpensMoreAsync();
            var menu = worker.Page.GetByRole(AriaRole.Navigation, new() { Name = "打印表格" });
            await menu.GetByText("打印表格").ClickAsync();
            await Expect(menu.GetByRole(AriaRole.Link))
                .ToContainTextAsync([
                    "居民健康档案封面",
                    "个人基本信息表",
                    "健康体检表",
                    "老年人生活自理能力评估表",
                    "高血压患者随访服务记录表",
                    "2型糖尿病患者随访服务记录表",
                    "双向转诊（转出）单",
                    "双向转诊（回转）单",
                    "家庭医生签约服务协议书",
                    "健康教育处方",
                    "多学科诊疗方案",
                ]);
            await worker.KeepsTheBarsAsync("print-menu");

            await worker.FollowsAsync("高血压患者随访服务记录表");
            await Expect(worker.Page.Locator("article.sheet")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("print-form");
            await worker.Page.EvaluateAsync(CountPrints);
            await worker.Button("打印").ClickAsync();
            Assert.Equal(1, await worker.Page.EvaluateAsync<int>("() => window.prints"));

            var lastYear = (TimeProvider.System.GetUtcNow().AddHours(8).Year - 1).ToString(CultureInfo.InvariantCulture);
            await worker.FollowsAsync(lastYear);
            await Expect(worker.Page.Locator("article.sheet")).ToBeVisibleAsync();
            (await Paper.PrintAsync(worker, "hypertensionVisits-none")).HasNothing("162/98");
        });

    [Fact]
    public Task Form_IsChinese_WhateverThePageSpeaks() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            var path = household.PathOf(PrintedHousehold.Head, "/forms/carePlan");
            var worker = await scene.SignsInAsync(await household.Place.AddWorkerAsync(), Screen.Desktop, "en", path: path);

            await Expect(worker.Heading).ToHaveTextAsync("Multidisciplinary care plan");
            await Expect(worker.Page.Locator("article.sheet").First).ToBeVisibleAsync();
            var paper = await Paper.PrintAsync(worker, "carePlan-en");
            paper.Says("多学科诊疗方案", "低于150mmHg", "公共卫生", "患者（家属）签名");
            paper.HasNothing("care plan", "public health");
        });

    [Fact]
    public Task Referral_ItsAnswer_AndTheContract_ArePrintedFromTheirPages() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            using var responsible = await household.Place.App.PhysicianAsync(household.Place.Physician);
            using var specialist = await household.Place.App.PhysicianAsync(household.Place.Specialist);
            var id = SomeVisit.Id();
            var referral = new
            {
                direction = "up",
                urgency = "routine",
                discipline = "cardiology",
                condition = "I10",
                reason = "血压连续两次未达标",
            };
            await household.GivesAsync(responsible, PrintedHousehold.Head, $"referrals/{id}", referral);
            var contract = new
            {
                package = "basic",
                signedOn = ChinaToday(),
                method = "thumbprint",
                signedBy = 1,
            };
            using var worker = await household.Place.WorkerByApiAsync();
            var year = ChinaToday()[..4];
            using var signed = await worker.PutAsJsonAsync($"/api/households/{household.Id}/contracts/{year}", contract);
            signed.EnsureSuccessStatusCode();
            await AnswerAsync(specialist, household, id);

            var window = await scene.SignsInAsync(
                await household.Place.AddPhysicianAsync(),
                Screen.Desktop,
                path: $"/cases/{household.Id}/{PrintedHousehold.Head}/referrals/{id}"
            );
            await window.FollowsAsync(window.Page.Locator($"a[href$='/forms/referralOut/{id}']"));
            await Expect(window.Page.Locator("article.sheet")).ToBeVisibleAsync();
            (await Paper.PrintAsync(window, "referralOut-sent")).Says("血压连续两次未达标", "心血管内科", "示范医院", "氨氯地平");

            await window.GoesToAsync($"/cases/{household.Id}/{PrintedHousehold.Head}/referrals/{id}");
            await window.FollowsAsync(window.Page.Locator($"a[href$='/forms/referralReturn/{id}']"));
            await Expect(window.Page.Locator("article.sheet")).ToBeVisibleAsync();
            (await Paper.PrintAsync(window, "referralReturn-answered")).Says("左室肥厚", "两周后复查", "诊断结果高血压");

            await window.GoesToAsync($"/panel/{household.Id}/contract");
            await window.FollowsAsync("打印表格");
            await Expect(window.Page.Locator("article.sheet")).ToBeVisibleAsync();
            var paper = await Paper.PrintAsync(window, "contract-signed");
            paper.Says("服务项目（基本服务包）", "高血压面对面随访4次", "老年人健康体检1次", "签字方式：按手印");
            paper.HasNothing("慢性病服务包");
        });

    private static async Task AnswerAsync(HttpClient specialist, PrintedHousehold household, string id)
    {
        var path = $"/api/households/{household.Id}/members/{PrintedHousehold.Head}/referrals/{id}";
        foreach (
            var (step, body) in new (string, object)[]
            {
                ("acceptance", new { }),
                ("attendance", new { }),
                ("answer", new { findings = "左室肥厚", instructions = "加用氨氯地平，两周后复查" }),
            }
        )
        {
            using var answer = await specialist.PostAsJsonAsync($"{path}/{step}", body);
            Assert.True(answer.IsSuccessStatusCode, $"{step} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string ChinaToday() => TimeProvider.System.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
