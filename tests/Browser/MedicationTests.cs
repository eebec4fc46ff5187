using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

/// <summary>Medication, from both sides.</summary>
public sealed class MedicationTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Medication_IsHeldAgainstAllergies_AndBothSidesSeeIt() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var household = await place.HasAllergicPatientAsync();
            var physician = await scene.PhysicianAsync(place, path: $"/panel/{household}/members/1/medication");
            await physician.AddsAsync("氨氯地平", "5");
            await physician.AddsAsync("阿莫西林", "500");
            await Expect(physician.Page.GetByText("对青霉素过敏")).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("physician-medication-allergy");
            await physician.Field("仍要使用的理由").FillAsync("皮试阴性，密切观察");
            await physician.Button("写明理由后保存").ClickAsync();
            await Expect(physician.Page.GetByText("有警示仍使用：皮试阴性，密切观察")).ToBeVisibleAsync();
            await physician.Page.GetByRole(AriaRole.Button, new() { Name = "停用 阿莫西林" }).ClickAsync();
            await physician.Field("停用原因").FillAsync("疗程结束");
            await physician.KeepsTheBarsAsync("physician-medication-stop");
            await physician.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
            await Expect(physician.Page.GetByText("疗程结束")).ToBeVisibleAsync();
            var worker = await scene.WorkerAsync(place, path: $"/households/{household}/members/1");
            await worker.FollowsAsync("用药");
            await Expect(worker.Page.GetByText("医师开的药由医师修改")).ToBeVisibleAsync();
            await worker.Button("添加药品").ClickAsync();
            await worker.Field("药品").FillAsync("安宫牛黄丸");
            await worker.Field("单次剂量").FillAsync("1");
            await worker.Button("保存").ClickAsync();
            await Expect(worker.Page.GetByText("必填项")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-medication-add");
            await worker.Field("药品来源").FillAsync("镇上药店");
            await worker.Button("保存").ClickAsync();
            await Expect(worker.Page.GetByText("未能识别，无法核对过敏").First).ToBeVisibleAsync();
            await Expect(worker.Button("保存")).ToBeDisabledAsync();
            await worker.KeepsTheBarsAsync("healthWorker-medication-unrecognised");
            await worker.Page.GetByLabel("我已知晓").CheckAsync();
            await worker.Button("保存").ClickAsync();
            await Expect(worker.Page.GetByText("来自镇上药店")).ToBeVisibleAsync();
            await Expect(worker.Page.GetByText("已列入责任医师的待办")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-medication");
            // The physician still has the list of before: somebody was quicker.
            await physician.AddsAsync("二甲双胍", "500");
            await Expect(physician.Page.GetByText("别人刚改过这份用药单")).ToBeVisibleAsync();
            await Expect(physician.Page.GetByText("来自镇上药店")).ToBeVisibleAsync();
            await physician.Button("保存").ClickAsync();
            await Expect(physician.Page.Locator("article").Filter(new() { HasText = "二甲双胍" })).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("physician-medication");
        });

    [Fact]
    public Task WhatNobodyAsked_IsAWarning_AndLeadsToWhereItIsWrittenDown() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            using var api = await place.WorkerByApiAsync();
            var household = (await api.ListedAsync(await api.EnrolsAsync(place.Household(Some.Member(conditions: "I10")))))
                .GetProperty("id")
                .GetString()!;
            var worker = await scene.WorkerAsync(place, path: $"/households/{household}/members/1/medication");
            await Expect(worker.Page.GetByText("未询问")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-medication-not-asked");
            await worker.GoesToAsync($"/households/{household}/members/1");
            await Expect(worker.Page.GetByText("未询问")).ToHaveCountAsync(5);
            await Expect(worker.Page.GetByText("未测量")).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-not-asked");
            await worker.FollowsAsync("现在登记");
            await Expect(worker.Heading).ToHaveTextAsync("更正档案");
            // The physician who finds one out writes it down, too.
            var physician = await scene.PhysicianAsync(place, path: $"/panel/{household}/members/1/medication");
            await physician.Button("登记过敏").ClickAsync();
            await physician.Button("保存").ClickAsync();
            await Expect(physician.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await physician.Page.GetByLabel("青霉素").CheckAsync();
            await physician.KeepsTheBarsAsync("physician-allergy");
            await physician.Button("保存").ClickAsync();
            await Expect(physician.Page.Locator("dd.bad")).ToContainTextAsync("青霉素");
        });
}

internal static class Prescribing
{
    public static async Task AddsAsync(this Window window, string drug, string milligrams)
    {
        await window.Button("添加药品").ClickAsync();
        await window.Field("药品").FillAsync(drug);
        await window.Field("单次剂量").FillAsync(milligrams);
        await window.Button("保存").ClickAsync();
    }
}
