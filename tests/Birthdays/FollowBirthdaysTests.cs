using Alleviation.Functions.Birthdays;
using Alleviation.Tests.Medication;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Medication.MedicationScene;

namespace Alleviation.Tests.Birthdays;

/// <summary>What a member's age brings follows on the day. The service's clock begins on 23 November 2026.</summary>
public sealed class FollowBirthdaysTests
{
    [Fact]
    public async Task SixtyFifthBirthday_BringsTheYearlyCheck_ByItself()
    {
        var member = Some.Member(bornOn: "19611125");
        await using var scene = await MedicationScene.StartAsync(member);
        Assert.Null((await scene.HouseholdAsync()).Members[0].Plan);
        var birthdays = scene.App.Get<FollowBirthdaysHandler>();
        Assert.Equal(0, await birthdays.HandleAsync(CancellationToken.None));

        ((TestClock)scene.App.Clock).Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await birthdays.HandleAsync(CancellationToken.None));

        await Eventually.SeesAsync(
            scene.HouseholdAsync,
            household => household.Members[0].Plan?.FollowUps.Any(visit => visit.Form == "elderlyHealthCheck") == true
        );
    }

    [Fact]
    public async Task Birthday_IsHeldAgainstTheDrug()
    {
        await using var scene = await MedicationScene.StartAsync(Some.Member(bornOn: "19611125", conditions: "F20"));
        await scene.PutsAsync(200, NewId(), Course("trihexyphenidyl"));
        Assert.Empty(await scene.ReviewsAsync());

        ((TestClock)scene.App.Clock).Advance(TimeSpan.FromDays(2));
        await scene.App.Get<FollowBirthdaysHandler>().HandleAsync(CancellationToken.None);

        Assert.Equal((Responsible, false), ((await scene.IsAskedAsync()).For, (await scene.IsAskedAsync()).Urgent));
    }
}
