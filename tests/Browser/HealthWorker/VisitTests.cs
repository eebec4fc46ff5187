using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class VisitTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task VisitWithoutSignal_IsSentOnce_AndGoneFromThePhysiciansUrgent() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var physician = await scene.PhysicianAsync(place);
            await Expect(physician.WorklistRows("紧急").Filter(new() { HasText = name })).ToBeVisibleAsync();
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.HasTheListsAsync(place.Village);
            await window.IsReadyForNoSignalAsync();
            await window.OpensToDoAsync();
            await Expect(window.Line(name)).ToContainTextAsync("需马上处理");
            await window.KeepsTheBarsAsync("healthWorker-toDo");

            await window.GoesOfflineAsync();
            await window.FollowsAsync(window.Line(name));
            await window.AnswersAsync();
            await window.SeesAsync("控制达标");
            await window.SavesAsync();
            await window.SeesAsync("已存在手机里");
            await window.KeepsTheBarsAsync("healthWorker-visit-offline");
            await window.FollowsAsync("回到待办");
            await window.SeesAsync("没有待办");
            await window.FollowsAsync("待发送");
            await window.SeesAsync("等待发送。");
            await window.GoesOnlineAsync();

            await window.SeesAsync("控制满意");
            await window.SeesAsync("继续当前治疗，按期随访");
            await window.KeepsTheBarsAsync("healthWorker-outbox-visit");
            await physician.Page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();
            await Expect(physician.WorklistRows("紧急")).ToHaveCountAsync(0);
            await physician.FollowsAsync(physician.WorklistRows().Filter(new() { HasText = name }));
            await physician.SeesAsync("控制满意");
            await physician.Page.GetByText("填写的").First.ClickAsync();
            await physician.SeesAsync("规律");
            await physician.KeepsTheBarsAsync("physician-household-visit");
        });

    [Fact]
    public Task Form_WarnsAsItIsFilledIn_AndKeepsEveryField() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.WorkerAsync(place);
            await window.OpensToDoAsync();
            await window.FollowsAsync(window.Line(name));

            await window.SavesAsync();
            await Expect(window.Field("随访方式")).ToBeFocusedAsync();
            await window.SeesAsync("处需要更正或补填。");
            await window.AnswersAsync(systolic: "400");
            await window.SeesAsync("不可能的数值：应在 40 至 320 mmHg 之间。");
            await window.Page.GetByLabel("收缩压的单位").SelectOptionAsync("kPa");
            await window.Field("收缩压").FillAsync("30");
            await window.SeesAsync("这个数值很少见");
            await window.SavesAsync();
            await window.SeesAsync("这个数值很少见，请核对后确认。");
            await window.ChoosesAsync("危险情况", "视力模糊");
            await window.SeesAsync("有危险情况：立即处理并转诊");
            await window.KeepsTheBarsAsync("healthWorker-visit-urgent");

            await Expect(window.Page.GetByText("已存在手机").Or(window.Page.GetByText("保存")).First).ToBeVisibleAsync();
            await window.Page.ReloadAsync();
            await Expect(window.Field("收缩压")).ToHaveValueAsync("30");
            await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "这个数值很少见" }).CheckAsync();
            await window.SavesAsync();
            await window.SeesAsync("随访已保存");
            await window.SeesAsync("对症处理后立即转诊");
            await window.KeepsTheBarsAsync("healthWorker-visit-result");
            await window.FollowsAsync("转诊");
            await Expect(window.Field("转诊原因")).ToHaveValueAsync(new Regex("收缩压 30 kPa"));
            await Expect(window.Field("紧急程度")).ToHaveValueAsync("emergency");
        });

    [Fact]
    public Task Visit_IsMadeByKeyboardAlone() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.WorkerAsync(place);
            await window.OpensToDoAsync();
            await window.FollowsAsync(window.Line(name));
            await Expect(window.Field("收缩压")).ToBeVisibleAsync();

            var keys = new Keys(window);
            await keys.ToAsync("随访方式");
            await keys.PressAsync("ArrowDown");
            foreach (var (field, text) in new[] { ("无", ""), ("收缩压", "128"), ("舒张压", "78"), ("规律", ""), ("无", ""), ("无", "") })
            {
                await keys.ToAsync(field);
                if (text.Length > 0)
                {
                    await keys.TypeAsync(text);
                }
                else
                {
                    await keys.PressAsync("Space");
                }
            }

            await keys.ToAsync("完成随访");
            await keys.PressAsync("Enter");
            await window.SeesAsync("随访已保存");
            await window.SeesAsync("控制满意");
        });

    [Theory]
    [InlineData("general")]
    [InlineData("type2Diabetes")]
    [InlineData("severeMentalDisorder")]
    [InlineData("tuberculosis")]
    [InlineData("elderlyHealthCheck")]
    public Task EveryForm_KeepsTheBars(string form) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone, form is "tuberculosis" ? "en" : "zh-CN");
            await window.FollowsAsync(window.Page.Locator("a.row-link").First);
            await window.FollowsAsync(window.Page.Locator("a.member").First);
            await Expect(window.Page.Locator("details.more")).ToBeVisibleAsync();
            await window.GoesToAsync($"{new Uri(window.Page.Url).AbsolutePath}/visits/{form}");
            await Expect(window.Page.Locator("form fieldset").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"healthWorker-visit-{form}");
        });
}
