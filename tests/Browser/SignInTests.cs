using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class SignInTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("worker", "我的农户")]
    public Task Role_ComesToItsDesk(string account, string heading) =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync(account, Screen.Phone);

            await Expect(window.Heading).ToHaveTextAsync(heading);
            await window.KeepsTheBarsAsync($"{account}-home");
        });
}
