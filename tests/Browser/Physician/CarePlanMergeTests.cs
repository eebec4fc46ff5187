using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.CarePlans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Physician;

public sealed class CarePlanMergeTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task TwoOnOnePlan_TheSecondSeesWhatChanged_AndMerges() =>
        stage.PlayAsync(async scene =>
        {
            var place = await PlanStage.OpenAsync(scene);
            using var other = await place.ByApiAsync();
            var window = await scene.SignsInAsync(await place.ResponsibleAsync(), Screen.Desktop, path: place.PlanPath);
            await window.Button("修改内容").ClickAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "收缩压" }).First.ClickAsync();
            await window.Field("目标值 mmHg").FillAsync("999");
            await window.Button("保存为新版本").ClickAsync();
            await Expect(window.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await window.Field("目标值 mmHg").FillAsync("130");
            await Expect(window.Field("说明（不填则由指标生成）")).ToHaveValueAsync("");
            await window.Button("不保存").ClickAsync();
            await window.Button("取消").ClickAsync();

            var theirs = PlanClient.FormOf(await other.PlanAsync(place.Household));
            theirs["goals"]![0]!["target"] = 135;
            theirs["goals"]![1]!["target"] = 85;
            Assert.Equal(System.Net.HttpStatusCode.OK, (await other.EditsAsync(place.Household, 1, theirs)).Status);
            await window.Button("保存为新版本").ClickAsync();

            await Expect(window.Page.GetByText("有人同时修改了这个方案")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-plan-merge");
            await window.Page.GetByRole(AriaRole.Radio, new() { Name = "用我的" }).CheckAsync();
            await window.Button("合并，继续编辑").ClickAsync();
            await window.Button("保存为新版本").ClickAsync();
            await Expect(window.Page.GetByText("已保存为新版本。")).ToBeVisibleAsync();

            var goals = (await other.PlanAsync(place.Household))
                .GetProperty("goals")
                .EnumerateArray()
                .Select(goal => goal.GetProperty("target").GetInt32());
            Assert.Equal([130, 85], goals);
            await window.FollowsAsync("各版本");
            await Expect(window.Page.Locator("ins").First).ToBeVisibleAsync();
            await window.Field("较早版本").SelectOptionAsync("1");
            await Expect(window.Page.Locator("ins", new() { HasText = "85" }).First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-plan-versions");
            // The version of the other one, whole and signed.
            await window.Page.Locator("a[href$='?version=2']").ClickAsync();
            var whole = window.Page.Locator("article.card");
            await Expect(whole.GetByRole(AriaRole.Heading, new() { Name = "第 2 版" })).ToBeVisibleAsync();
            await Expect(whole).ToContainTextAsync("135 mmHg");
            await Expect(whole).ToContainTextAsync("（医师）");
            await window.KeepsTheBarsAsync("physician-plan-version");
        });
}
