using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class PagesTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public Task EveryStepOfAnEnrolment_KeepsTheBars(string language) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone, language, path: "/enrolments");
            foreach (
                var (step, index) in new[] { "village", "household", "members", "conditions", "readings", "send" }.Select(
                    (step, index) => (step, index)
                )
            )
            {
                await window.Page.Locator("nav.steps button").Nth(index).ClickAsync();
                await Expect(window.Page.Locator("#step-title")).ToBeFocusedAsync();
                await window.KeepsTheBarsAsync($"healthWorker-enrol-{step}-{language}");
            }

            // Sending what is not complete shows what is missing, each a way to its field.
            await window.Page.Locator("button[type=submit]").ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"healthWorker-enrol-wrong-{language}");
        });

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public Task HouseholdsAndTheirPeople_KeepTheBars(string language) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone, language);
            await Expect(window.Page.Locator("a.row-link").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"healthWorker-households-{language}");
            await window.FollowsAsync(window.Page.Locator("a.row-link").Nth(2));
            await Expect(window.Page.Locator("a.member").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"healthWorker-household-{language}");
            await window.FollowsAsync(window.Page.Locator("a.member").First);
            await Expect(window.Page.Locator("main section.card").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"healthWorker-member-{language}");
            await window.Page.GoBackAsync();
            await Expect(window.Page.Locator("a.member").First).ToBeVisibleAsync();
        });

    [Theory]
    [InlineData("/outbox", "healthWorker-outbox-empty")]
    [InlineData("/search", "healthWorker-search")]
    [InlineData("/account", "account")]
    [InlineData("/no/such/page", "not-found")]
    [InlineData("/households/no-such-household", "healthWorker-household-gone")]
    public Task Page_KeepsTheBars(string path, string name) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone, path: path);
            await Expect(window.Page.Locator("main :is(h2, .state, form, p)").First).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync(name);
        });

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public Task SignIn_KeepsTheBars(string language) =>
        stage.PlayAsync(async scene =>
        {
            var person = await Stage.DemoAccountAsync("worker");
            var window = await scene.OpensAsync(person.Service, Screen.Phone, language);
            await window.KeepsTheBarsAsync($"sign-in-{language}");
            await window.Page.Locator("input[name=username]").FillAsync("nobody-at-all");
            await window.Page.Locator("input[name=password]").FillAsync("not the password");
            await window.Page.Locator("button[type=submit]").ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync($"sign-in-wrong-{language}");
        });

    [Fact]
    public Task TwoThousandHouseholds_AreDrawnAFewAtATime() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone);
            await window.Page.RouteAsync(
                "**/api/households?*",
                route =>
                {
                    var page = int.Parse(
                        System.Web.HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query)["cursor"] ?? "0",
                        System.Globalization.CultureInfo.InvariantCulture
                    );
                    var items = Enumerable
                        .Range(page * 100, 100)
                        .Select(number => new
                        {
                            id = $"h{number}",
                            registrationNumber = $"TEST{number:D8}",
                            villageCode = "441403100001",
                            status = "listed",
                            head = $"户主{number}",
                            members = 3,
                            sick = 1,
                        });
                    return route.FulfillAsync(new() { Json = page < 19 ? new { items, cursor = $"{page + 1}" } : new { items } });
                }
            );
            await window.GoesToAsync("/households");

            var most = 0;
            var last = window.Page.GetByText("户主1999");
            for (var turn = 0; turn < 200 && !await last.IsVisibleAsync(); turn++)
            {
                most = Math.Max(most, await window.Page.Locator("a.row-link").CountAsync());
                await window.Page.EvaluateAsync(
                    "() => new Promise((done) => { window.scrollTo(0, document.body.scrollHeight); "
                        + "requestAnimationFrame(() => requestAnimationFrame(done)) })"
                );
            }

            await Expect(last).ToBeVisibleAsync();
            Assert.InRange(most, 5, 40);
        });
}
