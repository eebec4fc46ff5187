using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

public sealed class OfflineTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task FiveHouseholdsWithoutSignal_AreThereOnceEachAfterTheBrowserWasRestarted() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var person = await place.AddWorkerAsync();
            var newcomers = new[] { "甲", "乙", "丙", "丁", "戊" }.Select(name => Newcomer.Somebody(place, $"示例{name}")).ToList();
            var phone = Directory.CreateTempSubdirectory("alleviation-phone-");

            var before = await scene.ShowAsync(await stage.OpenKeptAsync(phone.FullName, Screen.Phone.KeptOptions(place.App.Address)));
            await before.Page.GotoAsync("/");
            await before.IsReadyForNoSignalAsync();
            await before.SignInAsync(person);
            await before.HasTheListsAsync(place.Village);
            await before.GoesOfflineAsync();
            foreach (var newcomer in newcomers)
            {
                await before.EnrolsAsync(newcomer);
            }
            await Expect(before.Page.Locator("article")).ToHaveCountAsync(5);
            await before.Context.CloseAsync();

            var after = await scene.ShowAsync(await stage.OpenKeptAsync(phone.FullName, Screen.Phone.KeptOptions(place.App.Address)));
            await after.GoesOfflineAsync();
            await after.Page.GotoAsync("/");
            await after.SignInAsync(person);
            await after.FollowsAsync("待发送");
            await Expect(after.Page.Locator("article")).ToHaveCountAsync(5);
            await after.GoesOnlineAsync();

            foreach (var newcomer in newcomers)
            {
                await after.SeesListedAsync(newcomer);
            }
            using var office = await place.WorkerByApiAsync();
            Assert.Equal(5, await office.CountAsync(place.Village));
            foreach (var newcomer in newcomers)
            {
                Assert.Equal(1, await office.CountAsync(newcomer));
            }
        });

    [Fact]
    public Task FirstVisit_IsEnoughForTheNextWithoutSignal() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.HasTheListsAsync(place.Village);
            await window.IsReadyForNoSignalAsync();
            await window.GoesOfflineAsync();

            await window.GoesToAsync("/households");
            await Expect(window.Heading).ToHaveTextAsync("我的农户");
            await Expect(window.Page.GetByText("无信号").First).ToBeVisibleAsync();
            await window.GoesToAsync("/enrolments");
            await Expect(window.Page.Locator("select[aria-label^='村']")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-enrol-offline");
        });

    [Fact]
    public Task ProgramThatIsKept_HasThePagesReadyBeforeTheyAreOpened() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.IsReadyForNoSignalAsync();

            await window.Page.ReloadAsync();

            foreach (var page in new[] { "HouseholdPage", "MemberPage", "EnrolPage" })
            {
                await window.Page.WaitForFunctionAsync(
                    "(page) => performance.getEntriesByType('resource')"
                        + ".some(({ name }) => name.includes(`/${page}-`) && name.endsWith('.js'))",
                    page
                );
            }
        });
}
