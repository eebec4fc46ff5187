using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class PrivacyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Everything = """
        async () => {
          const words = (value) => {
            if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value)
            if (!value || typeof value !== 'object') return String(value)
            return Object.entries(value).flatMap(([key, part]) => [key, words(part)]).join(' ')
          }
          const result = (request) => new Promise((done, failed) =>
            Object.assign(request, { onsuccess: (event) => done(event.target.result), onerror: failed }))
          const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
          for (const { name } of await indexedDB.databases()) {
            const database = await result(indexedDB.open(name))
            for (const store of database.objectStoreNames) {
              const rows = await result(database.transaction(store).objectStore(store).getAll())
              kept.push(...rows.map((row) => `${store} ${words(row)}`))
            }
            database.close()
          }
          return kept
        }
        """;

    [Fact]
    public Task WhatIsKept_SaysNothingOfAnybody_AndGoesAtSignOut() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var window = await scene.WorkerAsync(place);
            var sent = Newcomer.Somebody(place, "示例寄");
            var draft = Newcomer.Somebody(place, "示例稿");
            var places = new List<string>();
            window.Page.Request += (_, request) => places.Add(request.Url);

            await window.EnrolsAsync(sent);
            await window.SeesListedAsync(sent);
            await window.FollowsAsync(sent.Name);
            await Expect(window.Heading).ToHaveTextAsync(sent.Name);
            places.Add(await window.Page.TitleAsync());
            await window.BeginsAsync(draft);
            await Expect(window.Page.GetByText("已存在手机里")).ToBeVisibleAsync();
            places.Add(await window.Page.TitleAsync());

            var stored = await window.Page.EvaluateAsync<string[]>(Everything);
            Assert.Contains(stored, row => row.StartsWith("drafts ", StringComparison.Ordinal));
            Assert.Contains(stored, row => row.StartsWith("cache ", StringComparison.Ordinal));
            foreach (
                var text in new[] { sent, draft }.SelectMany(newcomer =>
                    new[] { newcomer.Name, newcomer.IdNumber, newcomer.RegistrationNumber }
                )
            )
            {
                Assert.DoesNotContain(stored, row => row.Contains(text, StringComparison.Ordinal));
                Assert.DoesNotContain(places, place => Uri.UnescapeDataString(place).Contains(text, StringComparison.Ordinal));
            }

            await window.Page.Locator("header summary").ClickAsync();
            await window.Button("退出登录").ClickAsync();
            await window.KeepsTheBarsAsync("sign-out");
            await window.Button("删除并退出").ClickAsync();
            await Expect(window.Page.Locator("input[name=username]")).ToBeVisibleAsync();

            Assert.Equal(
                ["{\"language\":\"zh-CN\"}", "{\"vue-router:scroll\":\"{}\"}"],
                await window.Page.EvaluateAsync<string[]>(Everything)
            );
        });

    [Fact]
    public Task SignOut_IsInAllWindows_AndInOneThatComesBackLater() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var worker = await place.AddWorkerAsync();
            var window = await scene.SignsInAsync(worker, Screen.Phone);
            var other = await scene.OpensAnotherAsync(window);
            await other.SignInAsync(worker);
            await other.BeginsAsync(Newcomer.Somebody(place, "示例稿"));
            await Expect(other.Page.GetByText("已存在手机里")).ToBeVisibleAsync();
            var colleague = await scene.OpensAnotherAsync(window);
            await colleague.SignInAsync(await place.AddWorkerAsync());
            var putAway = await other.Page.EvaluateAsync<string>("() => sessionStorage.getItem('session')");

            await window.Page.Locator("header summary").ClickAsync();
            await window.Button("退出登录").ClickAsync();
            await window.Button("删除并退出").ClickAsync();

            await Expect(other.Page.Locator("input[name=username]")).ToBeVisibleAsync();
            Assert.Equal("/", new Uri(other.Page.Url).AbsolutePath);
            var left = await other.Page.EvaluateAsync<string[]>(Everything);
            Assert.Single(left, row => row.StartsWith("vaults ", StringComparison.Ordinal));
            Assert.DoesNotContain(left, row => row.StartsWith("drafts ", StringComparison.Ordinal));

            // What a phone does with a window that it had put away meanwhile.
            await other.Page.EvaluateAsync("(session) => sessionStorage.setItem('session', session)", putAway);
            await other.Page.ReloadAsync();
            await Expect(other.Page.Locator("input[name=username]")).ToBeVisibleAsync();

            await colleague.Page.ReloadAsync();
            await Expect(colleague.Heading).ToHaveTextAsync("我的农户");
            await window.SignInAsync(worker);
            await Expect(window.Heading).ToHaveTextAsync("我的农户");
        });

    [Fact]
    public Task Policy_LetsNoInlineScriptRun() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Desktop);
            window.Watch.Expects("Content Security Policy");

            await window.Page.EvaluateAsync(
                """
                () => {
                  const script = document.createElement('script')
                  script.textContent = 'window.ranInline = true'
                  document.body.append(script)
                  document.body.setAttribute('onclick', 'window.ranInline = true')
                  document.body.click()
                }
                """
            );

            Assert.False(await window.Page.EvaluateAsync<bool>("() => window.ranInline === true"));
            var policy = await window.Page.Locator("meta[http-equiv='Content-Security-Policy']").GetAttributeAsync("content");
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        });
}
