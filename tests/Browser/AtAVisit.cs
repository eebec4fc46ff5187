using System.Text.RegularExpressions;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

/// <summary>What is done at a visit, by whoever makes it.</summary>
internal static class AtAVisit
{
    /// <summary>A household whose head has hypertension with a pressure that calls for a visit at once.</summary>
    /// <returns>The head's name.</returns>
    public static async Task<string> HasPatientAsync(this Place place)
    {
        await place.HasPhysicianAsync();
        var member = Some.Member(conditions: "I10");
        member["readings"] = new List<Dictionary<string, object?>>
        {
            new() { ["code"] = "systolic", ["value"] = 190 },
        };
        using var worker = await place.WorkerByApiAsync();
        await worker.ListedAsync(await worker.EnrolsAsync(place.Household(member, Some.Member("1", "19680405", male: false))));
        return (string)member["name"]!;
    }

    public static async Task<Window> PhysicianAsync(this Scene scene, Place place, string path = "/") =>
        await scene.SignsInAsync(await place.AddPhysicianAsync(), Screen.Desktop, path: path);

    /// <summary>All that must be answered of the hypertension form, but for the pressure in control.</summary>
    public static async Task AnswersAsync(this Window window, string systolic = "130", string diastolic = "80")
    {
        await window.Field("随访方式").SelectOptionAsync("2");
        await window.ChoosesAsync("危险情况", "无");
        await window.Field("收缩压").FillAsync(systolic);
        await window.Field("舒张压").FillAsync(diastolic);
        await window.ChoosesAsync("服药依从性", "规律");
        await window.ChoosesAsync("药物不良反应", "无");
        await window.ChoosesAsync("新的并发症或原有并发症加重", "无");
    }

    public static Task ChoosesAsync(this Window window, string question, string answer) =>
        window
            .Page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex($@"^{Regex.Escape(question)}(\s*\*)?$") })
            .GetByLabel(answer, new() { Exact = true })
            .CheckAsync();

    public static Task SavesAsync(this Window window) => window.Button("完成随访").ClickAsync();

    public static ILocator Line(this Window window, string name) => window.Page.Locator("main a").Filter(new() { HasText = name });

    public static Task SeesAsync(this Window window, string text) => Expect(window.Page.GetByText(text).First).ToBeVisibleAsync();
}
