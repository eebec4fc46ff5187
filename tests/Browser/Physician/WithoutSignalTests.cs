using Alleviation.Tests.Browser.Cases;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Referrals;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Physician;

public sealed class WithoutSignalTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task WhatAPhysicianHasSeen_OpensWithTheDayOfIt_AndNothingIsQueued() =>
        stage.PlayAsync(async scene =>
        {
            var care = await CaseStage.StartAsync(scene);
            var id = CareScene.NewId();
            using (var worker = await care.Place.WorkerByApiAsync())
            {
                await worker.PutsAsync($"{care.Member}/members/1/referrals/{id}", SomeReferral.Psychiatry);
            }
            var window = await scene.SignsInAsync(care.Responsible, Screen.Desktop, keepsTheProgram: true);
            await window.IsReadyForNoSignalAsync();
            var seen = window.Page.GetByText("没有信号，这是");
            var rows = window.WorklistRows();
            await Expect(rows).ToHaveCountAsync(1);
            await window.GoesToAsync("/registers");
            await Expect(rows).ToHaveCountAsync(1);
            await window.GoesToAsync("/referral-ledger");
            await Expect(rows).ToHaveCountAsync(1);
            await window.GoesToAsync(care.Of($"referrals/{id}"));
            await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "概要" })).ToBeVisibleAsync();
            await window.GoesToAsync($"/panel/{care.Household}/members/1");
            await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "概要" })).ToContainTextAsync("药物过敏史");
            await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Expect(seen).ToHaveCountAsync(0);

            await window.GoesOfflineAsync();
            await window.GoesToAsync("/worklist");
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(seen).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-worklist-offline");
            await window.GoesToAsync("/registers");
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(seen).ToBeVisibleAsync();
            await window.GoesToAsync("/referral-ledger");
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(seen).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("registers-ledger-offline");
            await window.FollowsAsync(rows.Locator("th a"));
            await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "概要" })).ToBeVisibleAsync();
            await Expect(seen).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("cases-referral-offline");
            await window.GoesToAsync($"/panel/{care.Household}/members/1");
            await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "概要" })).ToContainTextAsync("药物过敏史");
            await Expect(seen).ToBeVisibleAsync();

            // A physician decides on what is so now: a drug waits for the signal on the page, not in an outbox.
            await window.GoesToAsync($"/panel/{care.Household}/members/1/medication");
            await window.Button("添加药品").ClickAsync();
            await Expect(window.Page.GetByText("有信号时才能提交")).ToBeVisibleAsync();
            await window.GoesOnlineAsync();
            await window.GoesToAsync("/worklist");
            await Expect(rows).ToHaveCountAsync(1);
            await Expect(seen).ToHaveCountAsync(0);
        });
}
