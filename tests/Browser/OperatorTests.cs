using Alleviation.Functions.Access;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class OperatorTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Problem_IsSentAgain() =>
        stage.PlayAsync(async scene =>
        {
            // All that was set aside is in one list.
            var app = await scene.StartServiceAsync();
            await app.Get<PoisonMessageTable>()
                .OpenAsync("coverage", """{"n":"RollUpCoverage","v":1,"d":{"region":"441402004"}}""", CancellationToken.None);
            var window = await scene.SignsInAsync(await app.AddAccountAsync(Role.Operator, []), Screen.Desktop);
            await Expect(window.Page.GetByText("region 441402004")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("operator-problems");

            await window.Button("重新发送").ClickAsync();

            await Expect(window.Page.GetByText("已重新发送")).ToBeVisibleAsync();
            await Expect(window.Page.GetByText("没有搁置的任务")).ToBeVisibleAsync();
        });

    [Fact]
    public Task Account_SignsInElsewhere_AndTheAuditorSeesIt() =>
        stage.PlayAsync(async scene =>
        {
            // The auditor sees what everybody did.
            var app = await scene.StartServiceAsync();
            var person = await app.AddAccountAsync(Role.Operator, []);
            var window = await scene.SignsInAsync(person, Screen.Desktop);
            await window.FollowsAsync("账号");
            await window.KeepsTheBarsAsync("operator-accounts");
            await window.FollowsAsync("新账号");
            await window.Field("用户名").FillAsync("auditor.one");
            await window.Field("姓名").FillAsync("示例审计");
            await window.Field("岗位").SelectOptionAsync("auditor");
            await window.KeepsTheBarsAsync("operator-account-new");
            await window.Button("建立账号").ClickAsync();
            var password = await window.Page.Locator("code.password").InnerTextAsync();
            await window.KeepsTheBarsAsync("operator-password");
            await window.Button("已记下").ClickAsync();
            await window.Page.GetByText("示例审计").ClickAsync();
            await Expect(window.Button("停用账号")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("operator-account");

            var other = await scene.SignsInAsync(person with { UserName = "auditor.one", Password = password }, Screen.Desktop);

            await Expect(other.Page.GetByText("建立账号")).ToBeVisibleAsync();
            await other.KeepsTheBarsAsync("auditor-audit");
        });

    [Theory]
    [InlineData("zh-CN", "运行情况", "消息队列", "刷新")]
    [InlineData("en", "Operation", "Queues", "Refresh")]
    public Task Operations_AreShown(string language, string title, string queues, string refresh) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("operator", Screen.Desktop, language);
            await window.FollowsAsync(title);
            await Expect(window.Heading).ToHaveTextAsync(title);
            await Expect(window.Page.GetByRole(AriaRole.Table, new() { Name = queues }).GetByRole(AriaRole.Row)).ToHaveCountAsync(10);
            await window.KeepsTheBarsAsync($"operator-operations-{language}");

            var again = window.Page.WaitForResponseAsync(response => response.Url.EndsWith("/api/operations", StringComparison.Ordinal));
            await window.Button(refresh).ClickAsync();

            Assert.Equal(200, (await again).Status);
        });

    [Fact]
    public Task Operations_WithoutAConnection_SayHowOldTheyAre() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("operator", Screen.Desktop);
            await window.FollowsAsync("运行情况");
            await Expect(window.Page.GetByText("读取", new() { Exact = false }).First).ToBeVisibleAsync();
            await window.GoesOfflineAsync();

            await window.Button("刷新").ClickAsync();

            await Expect(window.Page.GetByText("刷新失败，显示的是", new() { Exact = false })).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("operator-operations-stale");
        });

    [Fact]
    public Task Roster_IsShown() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("operator", Screen.Desktop);
            await window.FollowsAsync("医师名册");
            await window.Page.GetByLabel("所属").SelectOptionAsync("441403");
            await window.KeepsTheBarsAsync("operator-roster");

            await window.FollowsAsync(window.Page.Locator("main tbody tr").Filter(new() { HasText = "P441403-01" }));

            await Expect(window.Field("医师编号")).ToHaveValueAsync("P441403-01");
            await window.KeepsTheBarsAsync("operator-physician");
            await window.GoesToAsync("/roster/import");
            await window.KeepsTheBarsAsync("operator-roster-import");
        });
}
