using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Cases;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Referrals;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class ReferralLedgerTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Ledger_OpensWithoutSignal_AsItWasSeen() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var id = CareScene.NewId();
            using (var own = await care.Place.WorkerByApiAsync())
            {
                await own.PutsAsync($"{care.Member}/members/1/referrals/{id}", SomeReferral.Psychiatry);
            }
            var worker = await scene.SignsInAsync(care.Worker, Screen.Phone, path: "/referral-ledger", keepsTheProgram: true);
            var row = worker.Page.Locator("main article");
            await Expect(row).ToHaveCountAsync(1);
            await worker.FollowsAsync(row.Locator("a").First);
            await worker.SeesAsync("药物过敏");

            await worker.IsReadyForNoSignalAsync();
            await worker.GoesOfflineAsync();
            await worker.Page.GoBackAsync();
            await Expect(row).ToHaveCountAsync(1);
            await Expect(worker.Page.GetByText("没有信号，这是")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("registers-ledger-phone-offline");
            await worker.FollowsAsync(row.Locator("a").First);
            await worker.SeesAsync("药物过敏");
            await Expect(worker.Page.GetByText("没有信号，这是")).ToBeVisibleAsync();
            // What it is narrowed to was not looked at.
            await worker.GoesToAsync("/referral-ledger?state=over");
            await worker.SeesAsync("连接不上系统");
            await worker.GoesOnlineAsync();
        });

    [Fact]
    public Task Ledger_ShowsWhatWasSentAndReceived_OverToo_AndOpensIt() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var id = CareScene.NewId();
            using (var worker = await care.Place.WorkerByApiAsync())
            {
                await worker.PutsAsync($"{care.Member}/members/1/referrals/{CareScene.NewId()}", SomeReferral.Psychiatry);
                await worker.PutsAsync($"{care.Member}/members/1/referrals/{id}", SomeReferral.Psychiatry);
                await worker.PostsAsync($"{care.Member}/members/1/referrals/{id}/withdrawal", new { reason = "已缓解" });
            }
            var sender = await scene.SignsInAsync(care.Worker, Screen.Desktop, path: "/registers");
            await sender.FollowsAsync("转诊台账");
            var rows = sender.WorklistRows();
            await Expect(rows).ToHaveCountAsync(2);
            await sender.KeepsTheBarsAsync("registers-ledger");
            await sender.Page.GetByLabel("按状态筛选").SelectOptionAsync("over");
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(rows).ToContainTextAsync("已撤回");
            await sender.FollowsAsync(rows.Locator("th a"));
            await Expect(sender.Page).ToHaveURLAsync(new Regex($"/referrals/{id}$"));

            // Who may look in no longer sees that there was one.
            var receiver = await scene.SignsInAsync(care.Specialist, Screen.Desktop, "en", path: "/referral-ledger");
            await Expect(receiver.WorklistRows()).ToHaveCountAsync(2);
            await Expect(receiver.WorklistRows("Withdrawn").Locator("th a")).ToHaveCountAsync(0);
            await Expect(receiver.WorklistRows("To be accepted").Locator("th a")).ToHaveCountAsync(1);
            await receiver.KeepsTheBarsAsync("registers-ledger-receiver");
        });
}
