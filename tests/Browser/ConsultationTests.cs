using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

/// <summary>Questions and guidance, from both sides.</summary>
public sealed class ConsultationTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task QuestionAskedWithoutSignal_IsAnswered_AndUnderstood() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var household = await place.HasAllergicPatientAsync();
            var worker = await scene.WorkerAsync(place, keepsTheProgram: true);
            await worker.IsReadyForNoSignalAsync();
            await worker.GoesToAsync($"/households/{household}/members/1");
            await worker.OpensMoreAsync();
            await Expect(worker.Link("咨询")).ToBeVisibleAsync();
            await Expect(worker.Page.GetByText("档案编号")).ToBeVisibleAsync();
            await worker.GoesOfflineAsync();
            await worker.GoesToAsync($"/households/{household}/members/1/consultations/new");
            await worker.Field("想问什么").FillAsync("吃了氨氯地平以后脚肿，\n还能吃吗？");
            await worker.Field("收缩压（mmHg）").FillAsync("150");
            await worker.KeepsTheBarsAsync("healthWorker-new-consultation-offline");
            await worker.Button("发送").ClickAsync();
            await Expect(worker.Page.Locator("article").Filter(new() { HasText = "脚肿" })).ToContainTextAsync("等待发送");
            await worker.KeepsTheBarsAsync("healthWorker-consultations-offline");
            await worker.GoesOnlineAsync();
            await Expect(worker.Page.Locator("a.consultation")).ToContainTextAsync("等医师答复");
            var physician = await scene.PhysicianAsync(place, path: $"/panel/{household}/members/1");
            await physician.FollowsAsync(physician.Page.GetByRole(AriaRole.Link, new() { Name = "咨询（1 个等您处理）" }));
            await physician.FollowsAsync(physician.Page.Locator("a.consultation"));
            await Expect(physician.Page.GetByText("收缩压 150 mmHg", new() { Exact = true })).ToBeVisibleAsync();
            await physician.KeepsTheBarsAsync("physician-consultation");
            await physician.Field("答复").FillAsync("请药师看看能否换药");
            await physician.Button("请药师先看").ClickAsync();
            await Expect(physician.Page.GetByText("等药师意见")).ToBeVisibleAsync();
            var pharmacist = await scene.SignsInAsync(
                await place.AddPhysicianAsync(place.Specialist),
                Screen.Desktop,
                path: new Uri(physician.Page.Url).PathAndQuery
            );
            await pharmacist.Field("意见").FillAsync("可换缬沙坦");
            await pharmacist.Button("发送意见").ClickAsync();
            await Expect(pharmacist.Page.GetByText("可换缬沙坦")).ToBeVisibleAsync();
            await physician.Page.ReloadAsync();
            await physician.Field("答复").FillAsync("停用氨氯地平，改用缬沙坦，两天后再量血压。");
            await physician.Button("发送答复").ClickAsync();
            await Expect(physician.Page.GetByText("两天后再量血压")).ToBeVisibleAsync();
            await physician.Button("结束咨询").ClickAsync();
            await physician.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "结束咨询" }).ClickAsync();
            await Expect(physician.Page.GetByText("由责任医师结束")).ToBeVisibleAsync();
            await worker.GoesToAsync($"/households/{household}/members/1/consultations");
            await Expect(worker.Page.Locator("a.consultation")).ToContainTextAsync("有答复，待查看");
            await worker.FollowsAsync(worker.Page.Locator("a.consultation"));
            await worker.KeepsTheBarsAsync("healthWorker-consultation");
            await worker.Button("明白了，照做").ClickAsync();
            await Expect(worker.Button("明白了，照做")).ToHaveCountAsync(0);
            await worker.GoesToAsync($"/households/{household}/members/1/consultations");
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "已结束" })).ToBeVisibleAsync();
        });

    [Fact]
    public Task NewComplaint_GetsTriage_AndEndsInWhereToBeSeen() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var household = await place.HasAllergicPatientAsync();
            var worker = await scene.WorkerAsync(place, path: $"/households/{household}/members/1/consultations/new");
            await worker.Button("就医指导").ClickAsync();
            await worker.Button("咳嗽两周以上").ClickAsync();
            await worker.Button("看看有多急").ClickAsync();
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "本周内看" })).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-triage");
            await worker.Button("胸口痛或压得慌").ClickAsync();
            await worker.Button("看看有多急").ClickAsync();
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "马上送急诊" })).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-triage-emergency");
            await worker.Button("胸口痛或压得慌").ClickAsync();
            await worker.Field("想问什么").FillAsync("咳嗽三个星期了，去哪里看？");
            await worker.Button("发送").ClickAsync();
            await Expect(worker.Page.Locator("a.consultation")).ToContainTextAsync("新的不适");
            var physician = await scene.PhysicianAsync(place, path: $"/panel/{household}/members/1/consultations");
            await physician.KeepsTheBarsAsync("physician-consultations");
            await physician.FollowsAsync(physician.Page.Locator("a.consultation"));
            await Expect(physician.Page.GetByText("不能在线诊断或开药")).ToBeVisibleAsync();
            await Expect(physician.Button("结束咨询")).ToHaveCountAsync(0);
            await physician.Field("答复").FillAsync("咳嗽两周以上要查肺结核，请当面检查。");
            await physician.Page.GetByLabel("写明就诊安排").First.CheckAsync();
            await physician.Button("发送答复").ClickAsync();
            await Expect(physician.Page.GetByText("必填项").First).ToBeVisibleAsync();
            await physician.Field("去哪里").FillAsync("松口镇卫生院");
            await physician.Field("什么时候").FillAsync("明天上午");
            await physician.Field("怎么去、带什么").FillAsync("带身份证，挂呼吸科");
            await physician.KeepsTheBarsAsync("physician-guidance");
            await physician.Button("发送答复").ClickAsync();
            await Expect(physician.Button("结束咨询")).ToBeVisibleAsync();
            await worker.Page.ReloadAsync();
            await worker.FollowsAsync(worker.Page.Locator("a.consultation"));
            await Expect(worker.Page.GetByText("松口镇卫生院").First).ToBeVisibleAsync();
            await worker.KeepsTheBarsAsync("healthWorker-guidance");
            await worker.FollowsAsync("现在预约");
            await Expect(worker.Heading).ToHaveTextAsync("预约就诊");
        });
}
