using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>Photographs at the door: taken without signal, sent after their entry, seen at it, kept for when there is none again.</summary>
public sealed class PhotographTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public Task Visit_HasItsPhotograph_ThoughThereWasNoSignal() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            var picture = await Camera.TakesAsync(window);
            Assert.InRange(picture.Length, 614_401, 30_000_000);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/visits/hypertension");
            await window.AnswersAsync();
            await Camera.PicksAsync(window, Camera.File("camera.jpg", picture), Camera.File("paper.jpg", picture[..200]));
            await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不是可以识别的图片");
            await window.Field("照片 1 的说明").FillAsync("药盒");
            await Expect(window.Page.GetByText("已选 1 张")).ToBeVisibleAsync();
            await Expect(window.Page.GetByAltText("照片 1")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-visit-photographs");

            // What was begun is there after the page was loaded anew, the picture too.
            await window.Page.ReloadAsync();
            await Expect(window.Field("照片 1 的说明")).ToHaveValueAsync("药盒");
            await Expect(window.Page.GetByAltText("照片 1")).ToBeVisibleAsync();
            await window.SavesAsync();
            await Expect(window.Page.GetByText("有信号时会自动发送一次")).ToBeVisibleAsync();
            await window.GoesToAsync("/outbox");
            await Expect(Waiting(window)).ToHaveCountAsync(1);
            await Expect(Waiting(window).GetByAltText("药盒")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-outbox-photograph");
            await window.GoesToAsync(WithoutSignal.Member(service));
            await Expect(Waiting(window)).ToHaveCountAsync(1);

            var asked = Fetched(window);
            await window.GoesOnlineAsync();

            await Expect(Waiting(window)).ToHaveCountAsync(0);
            var thumbnail = window.Page.GetByRole(AriaRole.Button, new() { Name = "药盒" });
            await thumbnail.ScrollIntoViewIfNeededAsync();
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            var (small, _) = await SizeAsync(thumbnail.GetByRole(AriaRole.Img));
            Assert.InRange(small, 60, 320);
            Assert.Equal(["?size=preview"], asked);
            await window.KeepsTheBarsAsync("healthWorker-member-photograph");
            // On paper the picture is there, and what is pressed on a screen is not.
            await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            await Expect(window.Page.GetByText("添加照片").First).ToBeHiddenAsync();
            await window.Page.EmulateMediaAsync(new() { Media = Media.Screen });
            await thumbnail.FocusAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            var large = window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img);
            await Expect(large).ToBeVisibleAsync();
            await Expect(window.Page.GetByRole(AriaRole.Dialog).GetByText("加载")).ToHaveCountAsync(0);
            Assert.Equal(["?size=preview", ""], asked);
            var (width, height) = await SizeAsync(large);
            Assert.InRange(height, 800, 1_600);
            Assert.Equal(height * 3 / 4, width);
            await window.KeepsTheBarsAsync("healthWorker-photograph-large");
            await window.Page.Keyboard.PressAsync("Escape");
            await Expect(thumbnail).ToBeFocusedAsync();
            var kept = Assert.Single(await WithoutSignal.PhotographsAsync(service));
            Assert.InRange(kept.GetProperty("size").GetInt32(), 1, 614_400);

            // What was seen opens without signal, too.
            await window.GoesOfflineAsync();
            await window.Page.ReloadAsync();
            await thumbnail.ScrollIntoViewIfNeededAsync();
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        });

    [Fact]
    public Task PhotographThatIsNotTaken_CanBeSentAgainOrDropped_AndOneNotSeenSaysSoWithoutSignal() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene, WithoutSignal.SignsThePlanAsync);
            await window.GoesOnlineAsync();
            await window.Page.RouteAsync("**/photographs/**", route => route.FulfillAsync(new() { Status = 409, Body = "{}" }));
            await window.GoesToAsync(WithoutSignal.Member(service));
            await window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^添加照片") }).First.ClickAsync();
            await Camera.PicksAsync(
                window,
                Camera.File("one.jpg", await Camera.TakesAsync(window, width: 400, height: 300)),
                Camera.File("two.jpg", await Camera.TakesAsync(window, width: 300, height: 400))
            );
            await window.Button("保存").ClickAsync();
            await Expect(Waiting(window)).ToHaveCountAsync(2);
            await Expect(Waiting(window).First).ToContainTextAsync("没有送到");
            await window.KeepsTheBarsAsync("healthWorker-member-photograph-refused");
            await Waiting(window).First.GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();
            await Expect(Waiting(window)).ToHaveCountAsync(1);

            await window.Page.UnrouteAsync("**/photographs/**");
            await window.GoesOfflineAsync();
            await window.Button("重新发送").ClickAsync();
            await Expect(Waiting(window)).ToContainTextAsync("等待发送。");
            await window.GoesOnlineAsync();
            await Expect(Waiting(window)).ToHaveCountAsync(0);
            Assert.Single(await WithoutSignal.PhotographsAsync(service));

            // Somebody else's phone, which has the page and not the picture.
            var other = await scene.WorkerAsync(service.Place, keepsTheProgram: true);
            await other.IsReadyForNoSignalAsync();
            await other.Page.RouteAsync("**/photographs/**", route => route.AbortAsync());
            await other.GoesToAsync(WithoutSignal.Member(service));
            await Expect(other.Page.GetByText("档案编号")).ToBeVisibleAsync();
            await other.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await other.GoesOfflineAsync();
            await other.Page.ReloadAsync();
            var missing = other.Page.Locator("figure button");
            await missing.ScrollIntoViewIfNeededAsync();
            await Expect(missing).ToContainTextAsync("没有信号");
            await other.KeepsTheBarsAsync("healthWorker-member-photograph-elsewhere");

            // A phone that has seen the list alone has the small one, and the whole once there is signal.
            await other.GoesOnlineAsync();
            await other.Page.UnrouteAsync("**/photographs/**");
            await other.Page.ReloadAsync();
            await missing.ScrollIntoViewIfNeededAsync();
            await Expect(missing.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            await other.GoesOfflineAsync();
            await missing.ClickAsync();
            var dialog = other.Page.GetByRole(AriaRole.Dialog);
            await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有信号，只能看到缩略图");
            await other.KeepsTheBarsAsync("healthWorker-photograph-preview-alone");
            await other.GoesOnlineAsync();
            await dialog.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
            await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            await Expect(dialog.GetByText("加载")).ToHaveCountAsync(0);
        });

    private static ILocator Waiting(Window window) => window.Page.Locator("article").Filter(new() { HasText = "的照片" });

    /// <summary>What is asked for of pictures from now on: the queries.</summary>
    private static List<string> Fetched(Window window)
    {
        var queries = new List<string>();
        window.Page.Request += (_, request) =>
        {
            if (request.Method is "GET" && request.Url.Contains("/photographs/", StringComparison.Ordinal))
            {
                queries.Add(new Uri(request.Url).Query);
            }
        };
        return queries;
    }

    private static async Task<(int Width, int Height)> SizeAsync(ILocator picture)
    {
        var size = await picture.EvaluateAsync<int[]>("(one) => one.decode().then(() => [one.naturalWidth, one.naturalHeight])");
        return (size[0], size[1]);
    }
}
