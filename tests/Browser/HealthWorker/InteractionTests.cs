using System.Globalization;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>
/// Measures and reports, with no test beside it, and fails nobody for being slow: other programs may keep the machine busy. ROUNDS sets how
/// often.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class InteractionTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private const string Listen = """
        () => {
          window.slowest = 0
          const note = ({ interactionId, duration }) => { if (interactionId) window.slowest = Math.max(window.slowest, duration) }
          new PerformanceObserver((list) => list.getEntries().forEach(note))
            .observe({ type: 'event', durationThreshold: 16, buffered: false })
        }
        """;

    // Event Timing tells of a frame after it was painted, and of what took less than 16 ms never.
    private const string Slowest =
        "() => new Promise((done) => requestAnimationFrame(() => "
        + "setTimeout(() => { const seen = window.slowest; window.slowest = 0; done(seen) }, 100)))";

    /// <summary>A finger stays for a moment: what it does when it comes down is painted by the time it goes up.</summary>
    private static readonly LocatorClickOptions Tap = new() { Delay = 60 };

    private static readonly int Rounds = RandomPart.Of("ROUNDS", 1);

    [Fact]
    public Task TenCommonestActions_AreMeasuredOnAProcessorFourTimesSlower() =>
        stage.PlayAsync(async scene =>
        {
            var measured = new Dictionary<string, List<double>>();
            // Its scripts are compiled as on a phone.
            var worker = await Stage.DemoAccountAsync("worker");
            var phone = Directory.CreateTempSubdirectory("alleviation-phone-");
            var options = Screen.Phone.KeptOptions(worker.Service);
            options.ServiceWorkers = ServiceWorkerPolicy.Block;
            var window = await scene.ShowAsync(await stage.OpenKeptAsync(phone.FullName, options));
            await window.Page.GotoAsync("/");
            await window.SignInAsync(worker);
            await Expect(window.Page.Locator("a.row-link").First).ToBeVisibleAsync();
            var wire = await window.Context.NewCDPSessionAsync(window.Page);
            await wire.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
            await window.Page.EvaluateAsync(Listen);
            for (var round = 0; round < Rounds; round++)
            {
                await PlayAsync();
                await window.FollowsAsync("我的农户");
                await Expect(window.Page.Locator("a.row-link").First).ToBeVisibleAsync();
            }

            var file = Repository.PathOf("TestResults", "interactions.json");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(measured));
            foreach (var (action, milliseconds) in measured)
            {
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{milliseconds.Order().ElementAt(Rounds / 2), 4} ms, at most {milliseconds.Max(), 4} ms  {action}"
                    )
                );
            }

            Assert.Equal(10, measured.Count);
            await window.Context.CloseAsync();
            phone.Delete(recursive: true);

            async Task PlayAsync()
            {
                await MeasureAsync("filter by status", () => window.Button("建档完成").ClickAsync(Tap));
                await Expect(window.Page.Locator("a.row-link").First).ToBeVisibleAsync();
                await MeasureAsync("open a household", () => window.Page.Locator("a.row-link").First.ClickAsync(Tap));
                await Expect(window.Page.Locator("a.member").First).ToBeVisibleAsync();
                await MeasureAsync("open a member", () => window.Page.Locator("a.member").First.ClickAsync(Tap));
                await MeasureAsync("go back", () => window.Button("返回").ClickAsync(Tap));
                await MeasureAsync("begin an enrolment", () => window.Link("入户建档").First.ClickAsync(Tap));
                await window.Page.Locator("select[aria-label^='村']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
                await MeasureAsync("next step", () => window.Button("下一步").ClickAsync(Tap));
                await MeasureAsync("type in a field", () => window.Field("建档立卡户编号").PressSequentiallyAsync("TEST1234"));
                await MeasureAsync("tap a cause", () => window.Button("因病").ClickAsync(Tap));
                await window.Page.Locator("nav.steps button").Nth(2).ClickAsync();
                await MeasureAsync("type a citizen ID", () => window.Field("身份证号").PressSequentiallyAsync(Some.IdNumber()));
                await window.Page.Locator("nav.steps button").Nth(3).ClickAsync();
                await MeasureAsync("add a condition", () => window.Button("高血压").ClickAsync(Tap));
            }

            async Task MeasureAsync(string action, Func<Task> act)
            {
                await window.Page.EvaluateAsync<double>(Slowest);
                await act();
                var taken = await window.Page.EvaluateAsync<double>(Slowest);
                if (!measured.TryAdd(action, [taken]))
                {
                    measured[action].Add(taken);
                }
            }
        });
}
