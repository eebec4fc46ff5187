using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Browser.HealthWorker;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.StepsOfTasks;

/// <summary>A health worker goes from door to door, and loses the signal on the way.</summary>
public sealed class EnrolmentStepsTests(Stage stage) : IClassFixture<Stage>
{
    private const int WithSignal = 3;
    private const int WithoutSignal = 2;

    [Fact]
    public Task FiveHouseholds() =>
        stage.PlayAsync(async scene =>
        {
            var place = await scene.HasPlaceAsync();
            await place.HasPhysicianAsync();
            var window = await scene.WorkerAsync(place, keepsTheProgram: true);
            await window.HasTheListsAsync(place.Village);
            await window.IsReadyForNoSignalAsync();
            await window.CountsStepsAsync();

            for (var household = 1; household <= WithSignal + WithoutSignal; household++)
            {
                if (household == WithSignal + 1)
                {
                    // What is being sent when the signal goes waits as well.
                    await Expect(window.Page.Locator("article").Filter(new() { HasText = "已收到" })).ToHaveCountAsync(WithSignal);
                    await window.GoesOfflineAsync();
                }
                await window.FollowsAsync("入户建档");
                var village = window.Page.Locator("select[aria-label^='村']");
                if (household == 1)
                {
                    await CountedTask.Enrolment.BeginsAsync(window);
                    await village.SelectOptionAsync(place.Village);
                }
                // The next door is in the same village.
                await Expect(village).ToHaveValueAsync(place.Village);
                await EntersAsync(window, Newcomer.Somebody(place));
            }
            await Expect(window.Page.GetByText("等待发送。")).ToHaveCountAsync(WithoutSignal);
            await CountedTask.Enrolment.IsDoneAsync(window);

            await window.GoesOnlineAsync();
            await Expect(window.Page.GetByText("等待发送。")).ToHaveCountAsync(0);
        });

    /// <summary>What has to be given, and an illness; whoever measures nothing goes on to the end.</summary>
    private static async Task EntersAsync(Window window, Newcomer newcomer)
    {
        await window.NextAsync("这一户的情况");
        await window.Field("建档立卡户编号").FillAsync(newcomer.RegistrationNumber);
        await window.Field("贫困户属性").SelectOptionAsync("general");
        await window.NextAsync("家里有哪些人？");
        await window.Field("姓名").FillAsync(newcomer.Name);
        await window.Field("身份证号").FillAsync(newcomer.IdNumber);
        await window.NextAsync("患有哪些病？");
        await window.Button("高血压").ClickAsync();
        await window.Page.Locator("nav.steps button").Last.ClickAsync();
        await window.Button("发送").ClickAsync();
        await Expect(window.Heading).ToHaveTextAsync("待发送");
    }
}
