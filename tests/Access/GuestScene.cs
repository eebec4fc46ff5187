using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>A physician of the county looks at the household, because it was referred there.</summary>
public sealed record GuestScene(CareScene Care, HttpClient Guest) : IAsyncDisposable
{
    private static readonly object Referral = new
    {
        direction = "up",
        urgency = "routine",
        discipline = "psychiatry",
        reason = "请会诊",
    };

    public static Task<GuestScene> StartAsync() =>
        CareScene
            .StartAsync()
            .ThenAsync(async care =>
            {
                await care.Worker.PutsAsync(care.Of($"referrals/{CareScene.NewId()}"), Referral);
                return new GuestScene(care, await care.App.PhysicianAsync(CareScene.County));
            });

    public ValueTask DisposeAsync() => Care.DisposeAsync();
}
