using Alleviation.Tests.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Members;

/// <summary>The woman of household A with something of everything that is open, and a referral that is over.</summary>
internal static class MemberWithHistory
{
    public static Task<MovingScene> StartAsync() =>
        MovingScene
            .StartAsync()
            .ThenAsync(async scene =>
            {
                await scene.HasHistoryAsync();
                await HasPastAsync(scene);
                await Pipeline.SettledAsync(scene.App.Storage);
                return scene;
            });

    /// <summary>A referral that is over: what is past is none of the page's business.</summary>
    private static async Task HasPastAsync(MovingScene scene)
    {
        var referral = scene.OfA($"referrals/{CareScene.NewId()}");
        await scene.Worker.PutsAsync(
            referral,
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                reason = "误填",
            }
        );
        await scene.Worker.PostsAsync($"{referral}/withdrawal", new { reason = "误填" });
    }
}
