using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.Services;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>Photographs at the door: taken without signal, sent after their entry, seen at it, and kept for when the signal goes again.</summary>
public sealed class PhotographTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Says that the camera was held upright: what is wide in the file is high to whoever looks at it.</summary>
    private static readonly byte[] HeldUpright =
    [
        .. (byte[])[0xFF, 0xE1, 0x00, 0x22],
        .. "Exif\0\0MM\0*\0\0\0\b\0\u0001"u8,
        .. (byte[])[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00],
    ];

    [Fact]
    public Task Visit_HasItsPhotograph_ThoughThereWasNoSignal() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene);
            // So that the phone has the forms.
            await window.GoesOnlineAsync();
            await window.OpensToDoAsync();
            await window.GoesOfflineAsync();
            var picture = await CameraPictureAsync(window);
            Assert.InRange(picture.Length, 614_401, 30_000_000);
            await window.GoesToAsync($"{WithoutSignal.Member(service)}/visits/hypertension");
            await window.AnswersAsync();
            await PicksAsync(window, File("camera.jpg", picture), File("paper.jpg", picture[..200]));
            await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不是可以识别的图片");
            await window.Field("照片1的说明").FillAsync("药盒");
            await Expect(window.Page.GetByText("已选 1 张")).ToBeVisibleAsync();
            await Expect(window.Page.GetByAltText("照片1")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-visit-photographs");

            // What was begun is there after the page was loaded anew, the picture too.
            await window.Page.ReloadAsync();
            await Expect(window.Field("照片1的说明")).ToHaveValueAsync("药盒");
            await Expect(window.Page.GetByAltText("照片1")).ToBeVisibleAsync();
            await window.SavesAsync();
            await Expect(window.Page.GetByText("有信号")).ToBeVisibleAsync();
            await window.GoesToAsync("/outbox");
            await Expect(Waiting(window)).ToHaveCountAsync(1);
            await Expect(Waiting(window).GetByAltText("药盒")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-outbox-photograph");
            await window.GoesToAsync(WithoutSignal.Member(service));
            await Expect(Waiting(window)).ToHaveCountAsync(1);

            await window.GoesOnlineAsync();

            await Expect(Waiting(window)).ToHaveCountAsync(0);
            var thumbnail = window.Page.GetByRole(AriaRole.Button, new() { Name = "药盒" });
            await thumbnail.ScrollIntoViewIfNeededAsync();
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("healthWorker-member-photograph");
            await thumbnail.FocusAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            var large = window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img);
            await Expect(large).ToBeVisibleAsync();
            var (width, height) = await SizeAsync(large);
            Assert.InRange(height, 800, 1_600);
            Assert.Equal(height * 3 / 4, width);
            await window.KeepsTheBarsAsync("healthWorker-photograph-large");
            await window.Page.Keyboard.PressAsync("Escape");
            await Expect(thumbnail).ToBeFocusedAsync();
            var kept = Assert.Single(await PhotographsAsync(service));
            Assert.InRange(kept.GetProperty("size").GetInt32(), 1, 614_400);

            // What was seen opens without signal, too.
            await window.GoesOfflineAsync();
            await window.Page.ReloadAsync();
            await thumbnail.ScrollIntoViewIfNeededAsync();
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        });

    [Fact]
    public Task Photograph_IsAddedToWhatStandsInTheRecord_AndTakenOutWithAReason() =>
        stage.PlayAsync(async scene =>
        {
            var (service, window) = await WithoutSignal.StartAsync(scene, WithoutSignal.SignsThePlanAsync);
            await window.GoesOnlineAsync();
            var physician = await service.PhysicianAsync(scene, Screen.Desktop, at: $"/panel/{service.HouseholdId}/members/1");
            var add = physician.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^添加照片") }).First;
            await add.ClickAsync();
            await PicksAsync(physician, File("paper.jpg", await CameraPictureAsync(physician, width: 400, height: 300)));
            await physician.Field("照片1的说明").FillAsync("化验单");
            await physician.KeepsTheBarsAsync("physician-photograph-add");
            await physician.Button("保存").ClickAsync();

            var thumbnail = physician.Page.GetByRole(AriaRole.Button, new() { Name = "化验单" });
            await thumbnail.ScrollIntoViewIfNeededAsync();
            await Expect(thumbnail.GetByRole(AriaRole.Img)).ToBeVisibleAsync();

            // The health worker has not seen it, and is told so; it is not the health worker's to be taken out.
            await window.GoesToAsync(WithoutSignal.Member(service));
            var seen = window.Page.GetByRole(AriaRole.Button, new() { Name = "化验单" });
            await seen.ClickAsync();
            await Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("化验单");
            await Expect(window.Button("移除照片")).ToHaveCountAsync(0);

            await thumbnail.ClickAsync();
            await physician.Button("移除照片").ClickAsync();
            await physician.Button("移除照片").ClickAsync();
            await Expect(physician.Page.Locator(".field.wrong")).ToHaveCountAsync(1);
            await physician.Field("移除原因").FillAsync("拍错了人");
            await physician.KeepsTheBarsAsync("physician-photograph-remove");
            await physician.Button("移除照片").ClickAsync();
            await Expect(physician.Page.GetByText("拍错了人")).ToBeVisibleAsync();
            await Expect(thumbnail).ToHaveCountAsync(0);
            Assert.True(Assert.Single(await PhotographsAsync(service)).TryGetProperty("removal", out _));
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
            await PicksAsync(
                window,
                File("one.jpg", await CameraPictureAsync(window, width: 400, height: 300)),
                File("two.jpg", await CameraPictureAsync(window, width: 300, height: 400))
            );
            await window.Button("保存").ClickAsync();
            await Expect(Waiting(window)).ToHaveCountAsync(2);
            await Expect(Waiting(window).First).ToContainTextAsync("没有送到");
            await window.KeepsTheBarsAsync("healthWorker-member-photograph-refused");
            await Waiting(window).First.GetByRole(AriaRole.Button, new() { Name = "不要" }).ClickAsync();
            await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "不要" }).ClickAsync();
            await Expect(Waiting(window)).ToHaveCountAsync(1);

            await window.Page.UnrouteAsync("**/photographs/**");
            await window.GoesOfflineAsync();
            await window.Button("重新发送").ClickAsync();
            await Expect(Waiting(window)).ToContainTextAsync("等待发送。");
            await window.GoesOnlineAsync();
            await Expect(Waiting(window)).ToHaveCountAsync(0);
            Assert.Single(await PhotographsAsync(service));

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
        });

    private static ILocator Waiting(Window window) => window.Page.Locator("article").Filter(new() { HasText = "的照片" });

    private static FilePayload File(string name, byte[] bytes) =>
        new()
        {
            Name = name,
            MimeType = "image/jpeg",
            Buffer = bytes,
        };

    private static Task PicksAsync(Window window, params FilePayload[] files) =>
        window.Page.Locator("input[type=file][multiple]").SetInputFilesAsync(files);

    /// <summary>A real JPEG, as noisy as what a camera makes of grass: its file is large.</summary>
    private static async Task<byte[]> CameraPictureAsync(Window window, int width = 2_400, int height = 1_800)
    {
        var url = await window.Page.EvaluateAsync<string>(
            """
            ([width, height]) => {
              const canvas = Object.assign(document.createElement('canvas'), { width, height })
              const drawing = canvas.getContext('2d')
              const points = drawing.createImageData(width, height)
              for (let at = 0, seed = 7; at < points.data.length; at++) {
                seed = (seed * 1103515245 + 12345) & 0x7fffffff
                points.data[at] = at % 4 === 3 ? 255 : (seed >> 16) & 255
              }
              drawing.putImageData(points, 0, 0)
              return canvas.toDataURL('image/jpeg', 0.8)
            }
            """,
            new[] { width, height }
        );
        var picture = Convert.FromBase64String(url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        return [.. picture[..2], .. HeldUpright, .. picture[2..]];
    }

    private static async Task<(int Width, int Height)> SizeAsync(ILocator picture)
    {
        var size = await picture.EvaluateAsync<int[]>("(one) => [one.naturalWidth, one.naturalHeight]");
        return (size[0], size[1]);
    }

    private static async Task<IReadOnlyList<JsonElement>> PhotographsAsync(ServiceScene service) =>
        [
            .. (await WithoutSignal.EntriesAsync(service)).SelectMany(entry =>
                entry.TryGetProperty("photographs", out var photographs) ? photographs.EnumerateArray().ToList() : []
            ),
        ];
}
