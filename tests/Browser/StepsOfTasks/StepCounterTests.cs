using Alleviation.Tests.Browser.Frame;

namespace Alleviation.Tests.Browser.StepsOfTasks;

public sealed class StepCounterTests(Stage stage) : IClassFixture<Stage>
{
    private const string Fields = """
        document.body.insertAdjacentHTML('afterbegin', `<div>
          <label>a <input id="a"></label><textarea id="b"></textarea><select id="c"><option>1<option>2</select>
          <label>d <input id="d" type="checkbox"></label><button id="e">e</button><input id="f" role="combobox"></div>`); 0
        """;

    [Fact]
    public Task EachThingThatIsDone_IsOneStep_AlsoOverAReload() =>
        stage.PlayAsync(async scene =>
        {
            var window = await scene.SignsInAsync("worker", Screen.Desktop);
            await window.CountsStepsAsync();
            await window.Page.EvaluateAsync(Fields);
            var steps = 0;

            // A field that is pressed and typed into.
            await window.Page.Locator("#a").ClickAsync();
            await window.Page.Locator("#a").PressSequentiallyAsync("abc");
            await CountsAsync(1);
            // Fields that are filled in at once, however often, and one to which somebody comes back.
            await window.Page.Locator("#b").FillAsync("abc");
            await window.Page.Locator("#b").FillAsync("abcd");
            await CountsAsync(1);
            await window.Page.Locator("#c").SelectOptionAsync("2");
            await CountsAsync(1);
            await window.Page.Locator("#b").FillAsync("abc");
            await CountsAsync(1);
            // Keys that type or go on are no step, those that act are.
            await window.Page.Keyboard.PressAsync("Enter");
            await window.Page.Keyboard.PressAsync("Tab");
            await CountsAsync(0);
            await window.Page.Locator("#a").PressAsync("ArrowLeft");
            await window.Page.Locator("#a").PressAsync("Shift");
            await CountsAsync(0);
            await window.Page.Locator("#a").PressAsync("Enter");
            await window.Page.Locator("#a").PressAsync("Escape");
            await window.Page.Locator("#e").PressAsync("Enter");
            await window.Page.Locator("#f").PressAsync("ArrowDown");
            await CountsAsync(4);
            // The press on a label is that on its box.
            await window.Page.GetByText("d", new() { Exact = true }).First.ClickAsync();
            await window.Page.Locator("#d").PressAsync("Space");
            await CountsAsync(2);

            await window.Page.ReloadAsync();
            await window.Page.Locator("main h1").ClickAsync();
            await CountsAsync(1);

            async Task CountsAsync(int more)
            {
                steps += more;
                Assert.Equal(steps, await window.StepsAsync());
            }
        });
}
