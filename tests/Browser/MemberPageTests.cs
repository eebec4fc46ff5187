using System.Collections.Concurrent;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Records;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

/// <summary>A member's page: one call for all of it, the newest of the history first, and all of it there without signal.</summary>
public sealed class MemberPageTests(Stage stage) : IClassFixture<Stage>
{
    private const int Entries = 250;

    [Fact]
    public Task HealthWorker_AsksOnce_AndReadsItAgainWithoutSignal() =>
        stage.PlayAsync(async scene =>
        {
            var (place, household) = await EnrolAsync(scene);
            var worker = await scene.WorkerAsync(place, keepsTheProgram: true, path: $"/households/{household.Value}");
            await worker.HasTheListsAsync(place.Village);
            await worker.IsReadyForNoSignalAsync();
            await worker.GoesToAsync($"/households/{household.Value}");
            var member = worker.Page.Locator($"a[href$='/{household.Value}/members/1']");
            await Expect(member).ToBeVisibleAsync();
            await worker.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var asked = AskedBy(worker);

            await worker.FollowsAsync(member);
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "诊疗方案" })).ToBeVisibleAsync();
            await Expect(worker.Page.GetByText("转诊、会诊与预约")).ToBeVisibleAsync();
            await Expect(worker.Button("更早的记录")).ToBeVisibleAsync();
            Assert.Equal([$"/api/households/{household.Value}/members/1"], asked);
            var summary = worker.Page.GetByRole(AriaRole.Region, new() { Name = "概要" });
            await Expect(summary.Locator(".missing").First).ToContainTextAsync("未询问");
            await Expect(summary).ToContainTextAsync("未测量");
            await Expect(summary).ToContainTextAsync("下次随访");
            await worker.KeepsTheBarsAsync("healthWorker-member-history");

            // The rest of what can be done opens and closes by the keyboard, and gives the focus back.
            var more = worker.Page.Locator("details.more");
            await worker.OpensMoreAsync();
            await worker.Page.Keyboard.PressAsync("Tab");
            await Expect(more.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
            await worker.KeepsTheBarsAsync("healthWorker-member-more");
            await worker.Page.Keyboard.PressAsync("Escape");
            await Expect(more.GetByRole(AriaRole.Link).First).ToBeHiddenAsync();
            await Expect(more.Locator("summary").First).ToBeFocusedAsync();

            await worker.GoesOfflineAsync();
            await worker.GoesToAsync($"/households/{household.Value}/members/1");
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "诊疗方案" })).ToBeVisibleAsync();
            await Expect(worker.Page.GetByText($"第{Entries}次")).ToBeVisibleAsync();
            await worker.FollowsAsync("用药");
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "正在用的药", Exact = true })).ToBeVisibleAsync();
            await worker.GoesToAsync($"/households/{household.Value}/members/1/consultations");
            await Expect(worker.Page.GetByText("还没有咨询")).ToBeVisibleAsync();

            // Somebody of the household who was not looked at: a visit can be made all the same.
            await worker.GoesToAsync($"/households/{household.Value}/members/2");
            await Expect(worker.Page.Locator("a[href*='/members/2/visits/']").First).ToBeVisibleAsync();
            await Expect(worker.Page.GetByText("没有网络").Or(worker.Page.GetByText("无信号")).First).ToBeVisibleAsync();
        });

    [Fact]
    public Task Physician_SeesTheNewestFirst_AndGoesBackAsFarAsThereIsAnything() =>
        stage.PlayAsync(async scene =>
        {
            var (place, household) = await EnrolAsync(scene);
            var physician = await scene.PhysicianAsync(place, path: "/worklist");
            await Expect(physician.WorklistRows().First).ToBeVisibleAsync();
            var asked = AskedBy(physician);

            await physician.FollowsAsync(physician.Page.Locator($"main a[href$='/{household.Value}/members/1']"));
            var lines = physician.Page.Locator("section", new() { HasText = "更早的记录" }).Last.Locator("ol > li time");
            await Expect(lines).ToHaveCountAsync(100);
            await Expect(physician.Page.GetByText("图表从")).ToBeVisibleAsync();
            Assert.Equal(
                [$"/api/households/{household.Value}/members/1", $"/api/households/{household.Value}/transfers"],
                asked.Order(StringComparer.Ordinal)
            );
            await physician.KeepsTheBarsAsync("physician-member-history");

            await physician.Button("更早的记录").ClickAsync();
            await Expect(lines).ToHaveCountAsync(200);
            await physician.Button("更早的记录").ClickAsync();
            await Expect(physician.Button("更早的记录")).ToHaveCountAsync(0);
            await Expect(physician.Page.GetByText("图表从")).ToHaveCountAsync(0);
            await Expect(physician.Page.GetByText("第1次", new() { Exact = true })).ToBeVisibleAsync();
            var times = await physician
                .Page.Locator("ol > li time")
                .EvaluateAllAsync<string[]>("all => all.map(element => element.dateTime)");
            Assert.Equal(Entries, times.Length);
            Assert.Equal(times.OrderDescending(StringComparer.Ordinal), times);
        });

    /// <summary>A household of two who are followed, the first with a long history.</summary>
    private static async Task<(Place Place, HouseholdId Household)> EnrolAsync(Scene scene)
    {
        var place = await scene.HasPlaceAsync();
        await place.HasPhysicianAsync();
        using var api = await place.WorkerByApiAsync();
        var listed = await api.ListedAsync(
            await api.EnrolsAsync(place.Household(Some.Member(conditions: "I10"), Some.Member("1", "19680405", male: false, "I10")))
        );
        Assert.True(HouseholdId.TryParse(listed.GetProperty("id").GetString(), out var household));
        var start = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
        var entries = Enumerable
            .Range(1, Entries)
            .Select(number => new Entry(1, start.AddHours(number), "education", $"n{number}", "worker")
            {
                Note = $"第{number}次",
                Readings = [new Reading("systolic", 130 + (number % 30), "mmHg", start.AddHours(number))],
                Facts = new Dictionary<string, JsonElement> { ["step"] = JsonSerializer.SerializeToElement("given") },
            });
        await place
            .App.Get<HouseholdTable>()
            .BringAsync(household, entries.Select(entry => (PutDocument)entry.Put()), CancellationToken.None);
        return (place, household);
    }

    /// <summary>What is asked from now on of households and records.</summary>
    private static ConcurrentQueue<string> AskedBy(Window window)
    {
        var asked = new ConcurrentQueue<string>();
        window.Page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (path.StartsWith("/api/households", StringComparison.Ordinal) || path.StartsWith("/api/records", StringComparison.Ordinal))
            {
                asked.Enqueue(path);
            }
        };
        return asked;
    }
}
