using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>What a health worker does at every door.</summary>
internal static class AtTheDoor
{
    public static async Task<Window> WorkerAsync(this Scene scene, Place place, bool keepsTheProgram = false, string path = "/") =>
        await scene.SignsInAsync(await place.AddWorkerAsync(), Screen.Phone, keepsTheProgram: keepsTheProgram, path: path);

    /// <summary>By the navigation, whatever number it shows.</summary>
    public static Task OpensToDoAsync(this Window window) => window.FollowsAsync(window.ToDoPlace());

    public static ILocator ToDoPlace(this Window window) =>
        window.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(待办|To do)") });

    /// <summary>From the navigation through all steps into the outbox.</summary>
    public static async Task EnrolsAsync(this Window window, Newcomer newcomer)
    {
        await window.BeginsAsync(newcomer);
        await window.NextAsync("患有哪些病？");
        await window.Button("高血压").ClickAsync();
        await window.NextAsync("今天的测量值");
        await window.Field("收缩压").FillAsync("152");
        await window.NextAsync("核对并发送");
        await window.Button("发送").ClickAsync();
        await Expect(window.Heading).ToHaveTextAsync("待发送");
    }

    /// <summary>Village, household and the one member are filled in; the member's page is still open.</summary>
    public static async Task BeginsAsync(this Window window, Newcomer newcomer)
    {
        await window.FollowsAsync("入户建档");
        await Expect(window.Page.Locator("#step-title")).ToHaveTextAsync("在哪个村？");
        await window.Page.Locator("select[aria-label^='村']").SelectOptionAsync(newcomer.Village);
        await window.NextAsync("这一户的情况");
        await window.Field("建档立卡户编号").FillAsync(newcomer.RegistrationNumber);
        await window.Field("贫困户属性").SelectOptionAsync("general");
        await window.NextAsync("家里有哪些人？");
        await window.Field("姓名").FillAsync(newcomer.Name);
        await window.Field("身份证号").FillAsync(newcomer.IdNumber);
        await Expect(window.Field("出生日期")).ToHaveValueAsync("1966-02-03");
    }

    public static async Task NextAsync(this Window window, string title)
    {
        await window.Button("下一步").ClickAsync();
        await Expect(window.Page.Locator("#step-title")).ToHaveTextAsync(title);
    }

    /// <summary>The card of what was sent, once it is listed.</summary>
    public static Task SeesListedAsync(this Window window, Newcomer newcomer) =>
        Expect(window.Page.Locator("article").Filter(new() { HasText = newcomer.Name }).GetByText("建档完成"))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });

    /// <summary>How often the service has a household of this number.</summary>
    public static async Task<int> CountAsync(this HttpClient client, Newcomer newcomer)
    {
        using var answer = await client.PostAsJsonAsync("/api/households/search", new { newcomer.RegistrationNumber });
        answer.EnsureSuccessStatusCode();
        return (await answer.JsonAsync()).GetProperty("items").GetArrayLength();
    }

    /// <summary>How many households are in the village.</summary>
    public static async Task<int> CountAsync(this HttpClient client, string village) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/households?region={village}")).GetProperty("items").GetArrayLength();
}
