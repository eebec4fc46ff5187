using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>What was typed stays on the page, whatever comes between.</summary>
public sealed class TypedTextTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task SessionThatRunsOutWhileTyping_AsksForThePasswordOverThePageAndLosesNothing() =>
        stage.PlayAsync(async scene =>
        {
            var clock = new RunningClock();
            // Its clock is moved.
            var place = Place.In(await scene.StartServiceAsync(clock));
            await place.HasPhysicianAsync();
            var person = await place.AddWorkerAsync();
            var window = await scene.SignsInAsync(person, Screen.Phone);
            var newcomer = Newcomer.Somebody(place);

            await window.BeginsAsync(newcomer);
            clock.Advance(TimeSpan.FromHours(9));
            await Expect(window.Field("姓名")).ToHaveValueAsync(newcomer.Name);
            foreach (var title in new[] { "患有哪些病？", "今天的测量值", "核对并发送" })
            {
                await window.NextAsync(title);
            }
            await window.Button("发送").ClickAsync();
            await Expect(window.Heading).ToHaveTextAsync("待发送");
            await window.Button("登录后发送").First.ClickAsync();
            await window.KeepsTheBarsAsync("sign-in-again");
            await window.Page.GetByRole(AriaRole.Dialog).Locator("input[name=password]").FillAsync(person.Password);
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

            await window.SeesListedAsync(newcomer);
        });

    [Fact]
    public Task FullDisk_IsSaidAndWhatWasTypedStaysOnThePage() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var window = await scene.WorkerAsync(place);
            var newcomer = Newcomer.Somebody(place);
            await window.HasTheListsAsync(place.Village);
            await window.Page.EvaluateAsync(
                """
                () => {
                  const put = IDBObjectStore.prototype.put, add = IDBObjectStore.prototype.add
                  const full = () => { throw new DOMException('full', 'QuotaExceededError') }
                  IDBObjectStore.prototype.put = full
                  IDBObjectStore.prototype.add = full
                  window.makeRoom = () => Object.assign(IDBObjectStore.prototype, { put, add })
                }
                """
            );

            await window.BeginsAsync(newcomer);
            await Expect(window.Page.GetByText("手机存不下了")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-enrol-full");
            await Expect(window.Field("姓名")).ToHaveValueAsync(newcomer.Name);
            await window.Page.EvaluateAsync("() => window.makeRoom()");
            await window.Field("电话").FillAsync("13800000000");
            await Expect(window.Page.GetByText("手机存不下了")).ToBeHiddenAsync();
            foreach (var title in new[] { "患有哪些病？", "今天的测量值", "核对并发送" })
            {
                await window.NextAsync(title);
            }
            await window.Button("发送").ClickAsync();

            await window.SeesListedAsync(newcomer);
        });
}
