using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class EnrolmentTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task EnrolledAtTheDoor_IsOnThePhysiciansWorklistAndCounted() =>
        stage.PlayAsync(async scene =>
        {
            // It counts the whole city.
            var app = await scene.StartServiceAsync();
            var place = Place.In(app);
            await place.HasPhysicianAsync();
            var newcomer = Newcomer.Somebody(place);
            var worker = await scene.WorkerAsync(place);
            var physician = await scene.PhysicianAsync(place);
            await Expect(physician.Page.Locator("main")).Not.ToContainTextAsync(newcomer.Name);
            var official = await scene.SignsInAsync(await app.AddAccountAsync(Role.Official, [Some.City]), Screen.Desktop);
            await Expect(official.Page.Locator("main")).Not.ToContainTextAsync("1 户");

            await worker.EnrolsAsync(newcomer);
            await worker.SeesListedAsync(newcomer);

            await physician.Page.ReloadAsync();
            await Expect(physician.Page.Locator("main")).ToContainTextAsync(newcomer.Name);
            await app.CountsAsync(Some.City, counts => counts.Households == 1);
            await official.Page.ReloadAsync();
            await Expect(official.Page.Locator("main")).ToContainTextAsync("1 户");
            await Expect(official.Page.Locator("main canvas").First).ToBeVisibleAsync();
        });

    [Fact]
    public Task WithTheKeyboardOnly_AHouseholdIsEnrolled() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var newcomer = Newcomer.Somebody(place);
            var window = await scene.SignsInAsync(await place.App.AddAccountAsync(Role.HealthWorker, [place.Village]), Screen.Desktop);
            var keys = new Keys(window);

            await keys.ToAsync("入户建档");
            await keys.PressAsync("Enter");
            await keys.ToAsync("下一步");
            await keys.PressAsync("Enter");
            await keys.ToAsync("建档立卡户编号");
            await keys.TypeAsync(newcomer.RegistrationNumber);
            await keys.ToAsync("贫困户属性");
            await keys.PressAsync("ArrowDown");
            await keys.ToAsync("下一步");
            await keys.PressAsync("Enter");
            await keys.ToAsync("姓名");
            await keys.TypeAsync(newcomer.Name);
            await keys.ToAsync("身份证号");
            await keys.TypeAsync(newcomer.IdNumber);
            foreach (var title in new[] { "患有哪些病？", "今天的测量值", "核对并发送" })
            {
                await keys.ToAsync("下一步");
                await keys.PressAsync("Enter");
                await Expect(window.Page.Locator("#step-title")).ToHaveTextAsync(title);
            }

            await keys.ToAsync("发送");
            await keys.PressAsync("Enter");

            await Expect(window.Heading).ToHaveTextAsync("待发送");
            using var office = await place.WorkerByApiAsync();
            await Eventually.SeesAsync(() => office.CountAsync(newcomer), count => count == 1);
        });

    [Fact]
    public Task InEnglish_NoChineseWordOfTheAppIsLeft() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Phone, "en");
            foreach (var path in new[] { "/enrolments", "/outbox", "/search", "/account" })
            {
                await window.GoesToAsync(path);
                // The worker's own name is what it is.
                var words = await window.Page.EvaluateAsync<string[]>(
                    """
                    () => [...document.querySelectorAll('main :is(h1, h2, label, button, p, legend, a, summary), nav span')]
                      .map((element) => element.textContent.trim()).filter((text) => /[一-鿿]/.test(text.replace('演示村医', '')))
                    """
                );
                Assert.Empty(words);
            }
        });
}
