using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.Services;
using Alleviation.Tests.CarePlans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>
/// What is entered at the door without signal: its page opens by its address from what the phone keeps, what was entered waits in the
/// outbox and on the person's page, and is at the service once when the signal is back.
/// </summary>
public sealed class EntryTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Referral_IsSentOnceWhenTheSignalIsBack() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Page.ReloadAsync();
            await Expect(window.Page.GetByText("现在没有信号")).ToBeVisibleAsync();
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await Expect(window.Page.GetByText("将就近安排")).ToBeVisibleAsync();
            await window.Field("转诊原因").FillAsync("近一周头痛加重");
            await window.KeepsTheBarsAsync("healthWorker-referral-offline");
            await window.Button("发送转诊").ClickAsync();
            await SeesWaitingAsync(window, service, "近一周头痛加重");
            await window.KeepsTheBarsAsync("healthWorker-member-unsent");

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            await Expect(window.Page.GetByText("待接收")).ToBeVisibleAsync();
            var sent = Assert.Single(await ItemsAsync(service, "members/1/referrals"));
            Assert.Equal("近一周头痛加重", sent.GetProperty("reason").GetString());
        });

    [Fact]
    public Task RefusedReferral_IsMendedInItsForm_WithWhatTheServiceSaid() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            var isRefused = false;
            await window.Page.RouteAsync(
                "**/referrals/*",
                async route =>
                {
                    if (route.Request.Method != "PUT" || isRefused)
                    {
                        await route.ContinueAsync();
                        return;
                    }
                    isRefused = true;
                    await route.FulfillAsync(
                        new()
                        {
                            Status = 422,
                            ContentType = "application/problem+json",
                            Body = """
                            {"code":"invalid","title":"有字段需要更正。",
                            "errors":[{"field":"reason","code":"too-short","message":"请写得再清楚一些。"}]}
                            """,
                        }
                    );
                }
            );
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Field("紧急程度").SelectOptionAsync("soon");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            // What has to be filled in is asked for where somebody can still answer.
            await window.Button("发送转诊").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await window.Field("转诊原因").FillAsync("头晕");
            await window.Button("发送转诊").ClickAsync();
            await SeesWaitingAsync(window, service, "头晕");
            await window.GoesOnlineAsync();
            var card = Card(window, service);
            await Expect(card).ToContainTextAsync("需要更正");
            await window.KeepsTheBarsAsync("healthWorker-member-refused");

            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("请写得再清楚一些。")).ToBeVisibleAsync();
            await Expect(window.Field("紧急程度")).ToHaveValueAsync("soon");
            await window.Field("转诊原因").FillAsync("头晕一周，血压控制不好");
            await window.Button("发送转诊").ClickAsync();

            await Expect(window.Page.GetByText("待接收")).ToBeVisibleAsync();
            Assert.Single(await ItemsAsync(service, "members/1/referrals"));
            await window.GoesToAsync("/outbox");
            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
        });

    [Fact]
    public Task WaitingReferral_IsWithdrawn_AndNothingIsSent() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"/cases/{service.HouseholdId}/1/referrals/new");
            await window.Field("紧急程度").SelectOptionAsync("routine");
            await window.Field("转往科室").SelectOptionAsync("generalPractice");
            await window.Field("转诊原因").FillAsync("复查");
            await window.Button("发送转诊").ClickAsync();
            await Card(window, service).GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();

            await SeesNothingWaitingAsync(window);
            await window.GoesOnlineAsync();
            await window.GoesToAsync(WithoutSignal.Member(service));
            Assert.Empty(await ItemsAsync(service, "members/1/referrals"));
        });

    [Fact]
    public Task Activity_IsReportedOnce_AndWaitsBesideItsName() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene, SignsThePlanAsync);
            await window.GoesToAsync(WithoutSignal.Member(service));
            await window.Page.ReloadAsync();
            await window.Page.GetByText("干预措施（").ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^做了：") }).First.ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^没做：") }).First.ClickAsync();
            await window.Button("没做").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await window.Field("为什么没做").FillAsync("家里没人");
            await window.Button("没做").First.ClickAsync();
            await Expect(window.Page.Locator("section.unsent article")).ToHaveCountAsync(2);
            await SeesWaitingAsync(window, service, "家里没人", count: 2);
            await window.KeepsTheBarsAsync("healthWorker-member-activities-unsent");

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            var reports = (await EntriesAsync(service)).Where(entry => entry.GetProperty("kind").GetString() == "activity").ToList();
            Assert.Equal(["done", "skipped"], reports.Select(one => one.GetProperty("facts").GetProperty("outcome").GetString()!).Order());
        });

    [Fact]
    public Task Lesson_IsNotedOnce_WithTheMomentAtTheDoor() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/education");
            await window.Page.ReloadAsync();
            await Expect(window.Page.GetByText("以前的记录没有存在这部手机里")).ToBeVisibleAsync();
            await window.Button("已理解").First.ClickAsync();
            await Expect(window.Page.GetByText("已存在手机里")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-education-offline");
            await SeesWaitingAsync(window, service, "已理解");

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            var lesson = Assert.Single(await ItemsAsync(service, "members/1/education"));
            Assert.Equal("understood", lesson.GetProperty("step").GetString());
        });

    [Fact]
    public Task Drugs_OneUponTheOther_GoByTheVersionThatTheFirstMade() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication");
            await window.Page.ReloadAsync();
            await AddsAsync(window, "氨氯地平", "5");
            await window.KeepsTheBarsAsync("healthWorker-medication-unsent");
            await AddsAsync(window, "二甲双胍", "500");
            await SeesWaitingAsync(window, service, "二甲双胍", count: 2);

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            Assert.Equal(["amlodipine", "metformin"], (await RunningAsync(service)).Order());
        });

    [Fact]
    public Task DrugThatSomebodyElseWasQuickerWith_IsDecidedByThePerson() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication");
            await AddsAsync(window, "氨氯地平", "5");
            await SeesWaitingAsync(window, service, "氨氯地平");
            using var other = await service.Place.WorkerByApiAsync();
            await PutsAsync(other, service, "metformin");

            await window.GoesOnlineAsync();
            var card = Card(window, service);
            await Expect(card).ToContainTextAsync("需要您决定");
            Assert.Equal(["metformin"], await RunningAsync(service));
            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("别人刚改过这份用药单")).ToBeVisibleAsync();
            await Expect(window.Page.Locator("article.course")).ToContainTextAsync("二甲双胍");
            await Expect(window.Field("药品")).ToHaveValueAsync("氨氯地平");
            await window.KeepsTheBarsAsync("healthWorker-medication-conflict");
            await window.Button("保存").ClickAsync();

            await Expect(window.Page.Locator("article.course")).ToHaveCountAsync(2);
            Assert.Equal(["amlodipine", "metformin"], (await RunningAsync(service)).Order());
            await window.GoesToAsync("/outbox");
            await Expect(window.Page.GetByText("没有等待发送的内容")).ToBeVisibleAsync();
        });

    [Fact]
    public Task DrugThatIsStopped_IsStoppedOnTheDayOnWhichItWasSaid() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(
                scene,
                async service =>
                {
                    using var other = await service.Place.WorkerByApiAsync();
                    await PutsAsync(other, service, "metformin");
                }
            );
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/medication");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "停用 二甲双胍" }).ClickAsync();
            await window.Field("停用原因").FillAsync("吃完了");
            await window.KeepsTheBarsAsync("healthWorker-medication-stop-offline");
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
            await SeesWaitingAsync(window, service, "吃完了");

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            Assert.Empty(await RunningAsync(service));
        });

    [Fact]
    public Task TestReport_IsThereOnce() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/test-reports");
            await window.Page.ReloadAsync();
            await window.Button("录入检查结果").ClickAsync();
            await window.Button("保存").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(3);
            await window.Field("来源").SelectOptionAsync("report");
            await window.Page.GetByRole(AriaRole.Group, new() { Name = "第1项" }).GetByLabel("项目").SelectOptionAsync("hba1c");
            await window.Field("数值").FillAsync("8.9");
            await window.KeepsTheBarsAsync("healthWorker-test-report-offline");
            await window.Button("保存").ClickAsync();
            await SeesWaitingAsync(window, service, "8.9");

            await window.GoesOnlineAsync();

            await SeesNothingWaitingAsync(window);
            Assert.Single(await ItemsAsync(service, "members/1/test-reports"));
        });

    [Fact]
    public Task Contract_IsSignedOnce_AndAnotherThatCameBeforeIsShown() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"/households/{service.HouseholdId}/contract");
            await window.Page.ReloadAsync();
            await window.Button("保存签约").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(3);
            await window.Page.GetByLabel("基本服务包").CheckAsync();
            await window.Field("签字人").SelectOptionAsync("1");
            await window.Field("签字方式").SelectOptionAsync("thumbprint");
            await window.KeepsTheBarsAsync("healthWorker-contract-offline");
            await window.Button("保存签约").ClickAsync();
            await Expect(window.Page.Locator("section.unsent")).ToContainTextAsync("基本服务包");
            using var other = await service.Place.WorkerByApiAsync();
            var year = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Year;
            var path = $"/api/households/{service.HouseholdId}/contracts/{year}";
            var signed = new
            {
                package = "basic",
                signedOn = $"{year}-01-02",
                signedBy = 1,
                method = "paper",
            };
            (await other.PutAsJsonAsync(path, signed)).EnsureSuccessStatusCode();

            await window.GoesOnlineAsync();

            var card = window.Page.Locator("section.unsent article");
            await Expect(card).ToContainTextAsync("需要您决定");
            await card.GetByRole(AriaRole.Link, new() { Name = "查看并更正" }).ClickAsync();
            await Expect(window.Page.GetByText("已履约（")).ToBeVisibleAsync();
            await Expect(window.Field("签字方式")).ToHaveValueAsync("thumbprint");
            await window.KeepsTheBarsAsync("healthWorker-contract-conflict");
            await window.Button("保存签约").ClickAsync();
            await SeesNothingWaitingAsync(window);
            var contract = await other.GetFromJsonAsync<JsonElement>(path);
            Assert.Equal(("thumbprint", 2), (contract.GetProperty("method").GetString(), contract.GetProperty("version").GetInt32()));
        });

    [Fact]
    public Task HealthCard_IsIssuedOnce_AndShownWithoutSignalFromThenOn() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/health-card");
            await window.Page.ReloadAsync();
            await window.KeepsTheBarsAsync("healthWorker-card-offline");
            await window.Button("发卡").ClickAsync();
            await SeesWaitingAsync(window, service, "发健康卡");
            await window.GoesOnlineAsync();
            await SeesNothingWaitingAsync(window);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/health-card");
            var code = await window.Page.Locator("p.code").InnerTextAsync();

            await window.GoesOfflineAsync();
            await window.Page.ReloadAsync();

            await Expect(window.Page.Locator("p.code")).ToHaveTextAsync(code);
            await Expect(window.Page.GetByText("挂失作废需要信号")).ToBeVisibleAsync();
        });

    private static async Task SignsThePlanAsync(ServiceScene service)
    {
        using var physician = await service.Place.App.PhysicianAsync(service.Place.Physician);
        var household = new Uri($"/api/households/{service.HouseholdId}", UriKind.Relative);
        await physician.TakesAsync(household, "/decision", new { reason = "已电话沟通" });
    }

    private static ILocator Card(Window window, ServiceScene service) =>
        window.Page.Locator("article").Filter(new() { HasText = service.Name });

    /// <summary>On the page that is shown, in the outbox, and on the member's page, which is shown at the end.</summary>
    private static async Task SeesWaitingAsync(Window window, ServiceScene service, string text, int count = 1)
    {
        await Expect(Card(window, service).Filter(new() { HasText = text })).ToContainTextAsync("等待发送。");
        await window.GoesToAsync("/outbox");
        await Expect(Card(window, service)).ToHaveCountAsync(count);
        await Expect(Card(window, service).Filter(new() { HasText = text })).ToContainTextAsync("等待发送。");
        await window.GoesToAsync(WithoutSignal.Member(service));
        await Expect(Card(window, service).Filter(new() { HasText = text })).ToContainTextAsync("等待发送。");
    }

    private static async Task AddsAsync(Window window, string drug, string amount)
    {
        await window.Button("添加药品").ClickAsync();
        await window.Field("药品").FillAsync(drug);
        await window.Field("单次剂量").FillAsync(amount);
        await window.Field("从哪里来").FillAsync("镇上药店");
        await window.Button("保存").ClickAsync();
        await Expect(window.Page.Locator("section.unsent")).ToContainTextAsync(drug);
    }

    /// <summary>Somebody else, with signal.</summary>
    private static async Task PutsAsync(HttpClient worker, ServiceScene service, string drug)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            $"/api/households/{service.HouseholdId}/members/1/medication/courses/{Guid.NewGuid():N}"
        )
        {
            Content = JsonContent.Create(
                new
                {
                    drug,
                    doseAmount = 500,
                    doseUnit = "mg",
                    frequency = "onceDaily",
                    elsewhere = "县医院",
                }
            ),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        (await worker.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static Task SeesNothingWaitingAsync(Window window) => Expect(window.Page.Locator("section.unsent")).ToHaveCountAsync(0);

    /// <summary>What the service has.</summary>
    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(ServiceScene service, string path)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var answer = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/{path}");
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    private static async Task<IReadOnlyList<string>> RunningAsync(ServiceScene service)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var list = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/members/1/medication");
        return [.. list.GetProperty("running").EnumerateArray().Select(one => one.GetProperty("drug").GetProperty("code").GetString()!)];
    }

    private static async Task<IReadOnlyList<JsonElement>> EntriesAsync(ServiceScene service)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var member = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/members/1");
        return [.. member.GetProperty("entries").GetProperty("items").EnumerateArray()];
    }
}
