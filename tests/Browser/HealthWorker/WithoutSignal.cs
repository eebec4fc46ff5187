using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.Services;
using Alleviation.Tests.CarePlans;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>At the door, where there is no signal.</summary>
internal static class WithoutSignal
{
    /// <summary>A health worker who has looked at the member, and has lost the signal.</summary>
    /// <param name="before">What there is before that.</param>
    public static async Task<(ServiceScene Service, Window Window)> StartAsync(Scene scene, Func<ServiceScene, Task>? before = null)
    {
        var service = await ServiceScene.StartAsync(scene);
        if (before is not null)
        {
            await before(service);
        }
        var window = await scene.WorkerAsync(service.Place, keepsTheProgram: true);
        await window.HasTheListsAsync(service.Place.Village);
        await window.IsReadyForNoSignalAsync();
        string[] kept = ["forms", "contract-packages"];
        var answers = kept.Select(name => window.Page.WaitForResponseAsync($"**/api/{name}")).ToList();
        await window.GoesToAsync(Member(service));
        await Task.WhenAll(answers);
        await Expect(window.Page.GetByText("档案编号")).ToBeVisibleAsync();
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.GoesOfflineAsync();
        return (service, window);
    }

    public static string Member(ServiceScene service) => $"/households/{service.HouseholdId}/members/1";

    public static async Task SignsThePlanAsync(ServiceScene service)
    {
        using var physician = await service.Place.App.PhysicianAsync(service.Place.Physician);
        var household = new Uri($"/api/households/{service.HouseholdId}", UriKind.Relative);
        await physician.TakesAsync(household, "/decision", new { reason = "已电话沟通" });
    }

    public static ILocator Card(Window window, ServiceScene service) =>
        window.Page.Locator("article").Filter(new() { HasText = service.Name });

    /// <summary>On the page that is shown, in the outbox, and on the member's page, which is shown at the end.</summary>
    public static async Task SeesWaitingAsync(Window window, ServiceScene service, string text, int count = 1)
    {
        await Expect(Card(window, service).Filter(new() { HasText = text })).ToContainTextAsync("等待发送。");
        await window.GoesToAsync("/outbox");
        await Expect(Card(window, service)).ToHaveCountAsync(count);
        await Expect(Card(window, service).Filter(new() { HasText = text })).ToContainTextAsync("等待发送。");
        await window.GoesToAsync(Member(service));
        await Expect(Card(window, service).Filter(new() { HasText = text })).ToContainTextAsync("等待发送。");
    }

    public static async Task AddsAsync(Window window, string drug, string amount)
    {
        await window.Button("添加药品").ClickAsync();
        await window.Field("药品").FillAsync(drug);
        await window.Field("单次剂量").FillAsync(amount);
        await window.Field("药品来源").FillAsync("镇上药店");
        await window.Button("保存").ClickAsync();
        await Expect(window.Page.Locator("section.unsent")).ToContainTextAsync(drug);
    }

    /// <summary>Somebody else, with signal.</summary>
    public static async Task PutsAsync(HttpClient worker, ServiceScene service, string drug)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            $"/api/households/{service.HouseholdId}/members/1/medication/courses/{Guid.NewGuid():N}"
        )
        {
            Content = JsonContent.Create(
                new
                {
                    drug,
                    doseAmount = 500,
                    doseUnit = "mg",
                    frequency = "onceDaily",
                    elsewhere = "县医院",
                }
            ),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        (await worker.SendAsync(request)).EnsureSuccessStatusCode();
    }

    public static Task SeesNothingWaitingAsync(Window window) => Expect(window.Page.Locator("section.unsent")).ToHaveCountAsync(0);

    /// <summary>What the service has.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ItemsAsync(ServiceScene service, string path)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var answer = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/{path}");
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    public static async Task<IReadOnlyList<string>> RunningAsync(ServiceScene service)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var list = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/members/1/medication");
        return
        [
            .. list.GetProperty("running").EnumerateArray().Select(course => course.GetProperty("drug").GetProperty("code").GetString()!),
        ];
    }

    public static async Task<IReadOnlyList<JsonElement>> EntriesAsync(ServiceScene service)
    {
        using var worker = await service.Place.WorkerByApiAsync();
        var member = await worker.GetFromJsonAsync<JsonElement>($"/api/households/{service.HouseholdId}/members/1");
        return [.. member.GetProperty("entries").GetProperty("items").EnumerateArray()];
    }

    public static async Task<IReadOnlyList<JsonElement>> PhotographsAsync(ServiceScene service) =>
        [
            .. (await EntriesAsync(service)).SelectMany(entry =>
                entry.TryGetProperty("photographs", out var photographs) ? photographs.EnumerateArray().ToList() : []
            ),
        ];
}
