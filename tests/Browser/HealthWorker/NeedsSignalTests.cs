using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.Services;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>What becomes of what is typed without signal is said as it is.</summary>
public sealed class NeedsSignalTests(Stage stage) : IClassFixture<Stage>
{
    private const string IsKept = "存在手机里";

    [Fact]
    public Task EveryForm_SaysWhatBecomesOfWhatIsTyped() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            var (household, member) = ($"/households/{service.HouseholdId}", WithoutSignal.Member(service));
            foreach (
                var (path, button, says) in new (string, string?, string)[]
                {
                    ($"/cases/{service.HouseholdId}/1/referrals/new", null, IsKept),
                    ($"{member}/consultations/new", null, IsKept),
                    ($"{member}/medication", "添加药品", IsKept),
                    ($"{member}/test-reports", "录入检查结果", IsKept),
                    ($"{household}/contract", null, IsKept),
                    ($"{member}/health-card", null, "有信号时自动发卡"),
                    ($"/cases/{service.HouseholdId}/1/appointments/new", null, "预约需要信号"),
                    ($"/cases/{service.HouseholdId}/1/appointments", null, "请检查信号后重试"),
                }
            )
            {
                await window.GoesToAsync(path);
                if (button is not null)
                {
                    await window.Button(button).ClickAsync();
                }
                await Expect(window.Page.Locator("main")).ToContainTextAsync(says);
                await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("都还在");
                if (says != IsKept)
                {
                    await Expect(window.Page.Locator("main")).Not.ToContainTextAsync(IsKept);
                }
            }

            // What cannot be sent now and is not kept says no more than that.
            await window.GoesToAsync("/account");
            await window.Page.Locator("input[type=password]").First.FillAsync("something");
            await window.Page.Locator("input[type=password]").Last.FillAsync("something else entirely");
            await window.Button("更改密码").ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请检查信号后重试。");
            await Expect(window.Page.Locator("main")).Not.ToContainTextAsync("都还在");
        });

    [Fact]
    public Task EveryFormWithoutSignal_KeepsTheBarsInEnglish() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            await window.Page.EvaluateAsync("() => localStorage.setItem('language', 'en')");
            foreach (
                var (path, button, name) in new (string, string?, string)[]
                {
                    ($"/cases/{service.HouseholdId}/1/referrals/new", null, "referral"),
                    ($"{WithoutSignal.Member(service)}/education", "understood", "education"),
                    ($"{WithoutSignal.Member(service)}/medication", "Add a drug", "medication"),
                    ($"{WithoutSignal.Member(service)}/test-reports", "Enter a test report", "test-report"),
                    ($"/households/{service.HouseholdId}/contract", null, "contract"),
                    ($"{WithoutSignal.Member(service)}/health-card", "Issue a card", "card"),
                    ("/outbox", null, "outbox-entries"),
                }
            )
            {
                await window.GoesToAsync(path);
                if (button is not null)
                {
                    await window
                        .Page.GetByRole(AriaRole.Button, new() { NameRegex = new(button, RegexOptions.IgnoreCase) })
                        .First.ClickAsync();
                }
                await Expect(window.Page.Locator("main").GetByText(new Regex("signal|Waiting")).First).ToBeVisibleAsync();
                await window.KeepsTheBarsAsync($"healthWorker-{name}-offline-en");
            }
        });

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public Task Booking_KeepsWhatWasTypedOnTheOpenPage_AndSaysThatItIsThereAlone(string language) =>
        stage.PlayAsync(async scene =>
        {
            var isChinese = language == "zh-CN";
            var service = await ServiceScene.StartAsync(scene);
            var window = await scene.SignsInAsync(
                await service.Place.AddWorkerAsync(),
                Screen.Phone,
                language,
                path: $"/cases/{service.HouseholdId}/1/appointments/new"
            );
            await window.Field(isChinese ? "科室" : "Discipline").SelectOptionAsync("generalPractice");
            await window.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
            var reason = window.Field(isChinese ? "就诊原因" : "Reason");
            await reason.FillAsync("复诊");

            await window.GoesOfflineAsync();
            var note = window.Page.GetByText(isChinese ? "填写的内容只在这一页上" : "What you typed is on this page only");
            await Expect(note).ToBeVisibleAsync();
            await Expect(window.Page.Locator("button[type=submit]")).ToBeDisabledAsync();
            await window.KeepsTheBarsAsync($"healthWorker-booking-offline-{language}");
            await window.GoesOnlineAsync();

            await Expect(note).ToBeHiddenAsync();
            await Expect(reason).ToHaveValueAsync("复诊");
        });
}
