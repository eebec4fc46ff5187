using Alleviation.Tests.Browser.Frame;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class PhysicianVisitTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Visit_IsMadeFromTheMembersPage_AndItsLineIsNotUrgentAnyMore() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            var name = await place.HasPatientAsync();
            var window = await scene.PhysicianAsync(place);
            await window.FollowsAsync(window.WorklistRows("紧急").Filter(new() { HasText = name }));
            await window.FollowsAsync(window.Page.Locator("nav a.main"));
            await Expect(window.Heading).ToHaveTextAsync("高血压患者随访");

            await window.AnswersAsync(systolic: "152");
            await window.SeesAsync("控制未达标");
            await window.KeepsTheBarsAsync("physician-visit");
            await window.SavesAsync();
            await window.SeesAsync("调整治疗，2周内再次随访");
            await window.KeepsTheBarsAsync("physician-visit-result");
            await window.FollowsAsync("回到待办");

            await Expect(window.WorklistRows("待随访").Filter(new() { HasText = name })).ToBeVisibleAsync();
            await Expect(window.WorklistRows("紧急")).ToHaveCountAsync(0);
        });
}
