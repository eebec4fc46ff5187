using System.Net;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Physician;

/// <summary>Plans that wait for the responsible physician: each is looked at, and those in order are signed in one go.</summary>
public sealed class DraftTests(Stage stage) : IClassFixture<Stage>
{
    private const int Plans = 4;

    [Fact]
    public Task Drafts_AreLookedAtOneByOne_AndSignedInOneGo() =>
        stage.PlayAsync(async scene =>
        {
            var (place, households) = await WithDraftsAsync(scene);
            using var other = await place.App.PhysicianAsync(place.Physician);
            var window = await scene.SignsInAsync(await place.AddPhysicianAsync(), Screen.Desktop);
            // One that another window has changed since it was looked at is not signed.
            await window.FollowsAsync("待审定");
            await Expect(window.Page.Locator("nav ol button")).ToHaveCountAsync(Plans);
            await Expect(window.Button("请先核对")).ToBeDisabledAsync();
            await window.KeepsTheBarsAsync("physician-drafts");
            for (var number = 1; number < Plans; number++)
            {
                await window.Button("核对无误，看下一份").ClickAsync();
            }
            await window.Button("核对无误").ClickAsync();
            var form = PlanClient.FormOf(await other.PlanAsync(households[0]));
            form["goals"]![0]!["target"] = 128;
            Assert.Equal(HttpStatusCode.OK, (await other.EditsAsync(households[0], 1, form)).Status);

            await window.Button($"签署 {Plans} 份").ClickAsync();

            await Expect(window.Page.GetByText($"已办 {Plans - 1} 份，1 份未办成，请看各份的说明。")).ToBeVisibleAsync();
            await window.KeepsTheBarsAsync("physician-drafts-one-failed");
            foreach (var household in households.Skip(1))
            {
                Assert.Equal("active", (await other.PlanAsync(household)).Status());
            }
            Assert.Equal("draft", (await other.PlanAsync(households[0])).Status());
            await Expect(window.Page.GetByText("128").First).ToBeVisibleAsync();
            await window.Button("核对无误").First.ClickAsync();
            await window.Button("签署 1 份").ClickAsync();
            await Expect(window.Page.GetByText("已办 1 份。")).ToBeVisibleAsync();
            Assert.Equal("active", (await other.PlanAsync(households[0])).Status());
        });

    [Fact]
    public Task OnePlan_IsSignedWithThreeClicks() =>
        stage.PlayAsync(async scene =>
        {
            var (place, _) = await WithDraftsAsync(scene, plans: 1);
            var window = await scene.SignsInAsync(await place.AddPhysicianAsync(), Screen.Phone);
            await window.FollowsAsync("待审定");
            await window.KeepsTheBarsAsync("physician-drafts-phone");
            await window.Button("核对无误").ClickAsync();
            await window.Button("签署 1 份").ClickAsync();
            await Expect(window.Page.GetByText("已办 1 份。")).ToBeVisibleAsync();
            await window.GoesToAsync("/plans/drafts");
            await Expect(window.Page.GetByText("没有待审定的方案")).ToBeVisibleAsync();
        });

    private static async Task<(Place Place, IReadOnlyList<Uri> Households)> WithDraftsAsync(Scene scene, int plans = Plans)
    {
        var place = await scene.HasPlaceAsync();
        await place.HasPhysicianAsync();
        using var worker = await place.WorkerByApiAsync();
        var households = new List<Uri>();
        for (var number = 0; number < plans; number++)
        {
            households.Add(await worker.EnrolsAsync(place.Household()));
            await worker.ListedAsync(households[^1]);
        }
        // In the order of the list.
        return (place, [.. households.OrderBy(household => household.ToString(), StringComparer.Ordinal)]);
    }
}
