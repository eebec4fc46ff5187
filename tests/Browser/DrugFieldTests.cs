using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser;

public sealed class DrugFieldTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData("zh-CN", "药品", "添加药品", "保存", "口服 · 片剂 · 5mg · 2 盒")]
    [InlineData("en", "Drug", "Add a drug", "Save", "By mouth · Tablets · 5mg · 2 boxes")]
    public Task Drug_IsFoundByTheLettersOfItsPinyin_AndSaysHowItIsGiven(
        string language,
        string label,
        string add,
        string save,
        string seen
    ) =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            using var api = await place.WorkerByApiAsync();
            var household = (await api.ListedAsync(await api.EnrolsAsync(place.Household(Some.Member(conditions: "I10")))))
                .GetProperty("id")
                .GetString()!;
            var window = await scene.SignsInAsync(
                await place.AddPhysicianAsync(),
                Screen.Phone,
                language,
                path: $"/panel/{household}/members/1/medication"
            );
            await window.Button(add).ClickAsync();
            var field = window.Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
            var found = window.Page.Locator("ul[role=listbox]:visible li");

            await field.PressSequentiallyAsync("aldp");
            await Expect(found.First).ToContainTextAsync("氨氯地平");
            await window.KeepsTheBarsAsync($"physician-drug-search-{language}");
            await field.PressAsync("ArrowDown");
            await field.PressAsync("Enter");
            await Expect(field).ToHaveValueAsync(language is "en" ? "Amlodipine" : "氨氯地平");
            await Expect(found).ToHaveCountAsync(0);

            foreach (var (path, value) in new[] { ("route", "oral"), ("form", "tablet"), ("quantityUnit", "box") })
            {
                await window.Page.Locator($"[data-path={path}] select").SelectOptionAsync(value);
            }
            foreach (var (path, value) in new[] { ("doseAmount", "5"), ("strength", "5mg"), ("quantity", "2") })
            {
                await window.Page.Locator($"[data-path={path}] input").FillAsync(value);
            }
            await window.Button(save).ClickAsync();

            await Expect(window.Page.GetByRole(AriaRole.Article)).ToContainTextAsync(seen);
            await window.KeepsTheBarsAsync($"physician-drug-supply-{language}");
        });
}
