using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Referrals;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Referrals;

/// <summary>Who is asked to receive a referral, and who next, when one declines or lets the time go by.</summary>
public sealed class ReferralReceiverTests() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    private readonly string _id = CareScene.NewId();

    private string Address => Scene.Of($"referrals/{_id}");

    [Fact]
    public async Task Declined_GoesOnToTheNext_AndTheAccessWithIt_UntilNobodyIsLeft()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        foreach (
            var (physician, next) in new[]
            {
                (CareScene.County, CareScene.City),
                (CareScene.City, CareScene.Internet),
                (CareScene.Internet, null),
            }
        )
        {
            using var client = await Scene.App.PhysicianAsync(physician);
            await client.PostsAsync($"{Address}/refusal", new { reason = "本周停诊" }, HttpStatusCode.NoContent);
            // Sent twice, after an answer that was lost.
            await client.PostsAsync($"{Address}/refusal", new { reason = "本周停诊" }, HttpStatusCode.NoContent);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);
            Assert.Equal(next is null ? [] : [next], await Scene.GuestsAsync());
            Assert.Equal([(_id, next)], await Scene.TasksAsync("referral"));
        }

        var returned = await Scene.Worker.GetFromJsonAsync<JsonElement>(Address);
        Assert.Equal(("returned", 3), (returned.GetProperty("status").GetString(), returned.GetProperty("passed").GetArrayLength()));
        await Scene.Worker.PostsAsync($"{Address}/withdrawal", new { reason = "改去市医院" });
        Assert.Empty(await Scene.TasksAsync("referral"));
    }

    [Fact]
    public async Task NotAcceptedInTime_GoesOnToTheNext_OnceHoweverOftenTheLimitComes()
    {
        await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry);
        var passOn = Scene.App.Get<PassOnReferralHandler>();
        var first = new ReferralTimeout(Scene.Household.Value, 1, _id, 0);

        Assert.Equal(PassOnReferralOutcome.TooEarly, await passOn.HandleAsync(first, CancellationToken.None));
        Scene.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(PassOnReferralOutcome.PassedOn, await passOn.HandleAsync(first, CancellationToken.None));
        Assert.Equal(PassOnReferralOutcome.NothingToDo, await passOn.HandleAsync(first, CancellationToken.None));
        Assert.Equal(
            PassOnReferralOutcome.NothingToDo,
            await passOn.HandleAsync(first with { Referral = CareScene.NewId() }, CancellationToken.None)
        );

        Assert.Equal([CareScene.City], await Scene.GuestsAsync());
        using var late = await Scene.App.PhysicianAsync(CareScene.County);
        await late.PostsAsync($"{Address}/acceptance", status: HttpStatusCode.NotFound);
        using var next = await Scene.App.PhysicianAsync(CareScene.City);
        await next.PostsAsync($"{Address}/acceptance");
        Scene.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(PassOnReferralOutcome.NothingToDo, await passOn.HandleAsync(first with { Turn = 1 }, CancellationToken.None));
        Assert.False(await IsOverdueAsync());
        Scene.Clock.Advance(TimeSpan.FromDays(3));
        Assert.True(await IsOverdueAsync());
    }

    [Fact]
    public async Task Receivers_AreListedNearestFirst_AndOneOfThemCanBeNamed()
    {
        var listed = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/households/{Scene.Household}/receivers?discipline=psychiatry");
        Assert.Equal(
            [("county", CareScene.County), ("city", CareScene.City), ("province", CareScene.Internet)],
            listed
                .GetProperty("items")
                .EnumerateArray()
                .Select(physician => (physician.GetProperty("level").GetString(), physician.GetProperty("id").GetString()))
        );

        await Scene.Worker.PutsAsync(
            Address,
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "oncology",
                reason = "一",
            },
            HttpStatusCode.UnprocessableEntity
        );
        await Scene.Worker.PutsAsync(
            Address,
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                to = CareScene.Responsible,
                reason = "一",
            },
            HttpStatusCode.UnprocessableEntity
        );
        var sent = await Scene.Worker.PutsAsync(
            Address,
            new
            {
                direction = "up",
                urgency = "routine",
                discipline = "psychiatry",
                to = CareScene.Internet,
                reason = "一",
            }
        );
        Assert.Equal(CareScene.Internet, sent.GetProperty("to").GetString());

        using var named = await Scene.App.PhysicianAsync(CareScene.Internet);
        await named.PostsAsync($"{Address}/refusal", new { reason = "满员" }, HttpStatusCode.NoContent);
        Assert.Equal([CareScene.County], await Scene.GuestsAsync());
    }

    [Fact]
    public async Task WhoRetired_IsNotAsked()
    {
        var table = Scene.App.Get<PhysicianTable>();
        Assert.True(PhysicianId.TryParse(CareScene.County, out var id));
        var stored = (await table.FindAsync(id, CancellationToken.None))!;
        Assert.True(await table.ReplaceAsync(stored, stored.Physician with { State = PhysicianState.Retired }, CancellationToken.None));

        Assert.Equal(CareScene.City, (await Scene.Worker.PutsAsync(Address, SomeReferral.Psychiatry)).GetProperty("to").GetString());
    }

    private async Task<bool> IsOverdueAsync()
    {
        using var worker = await Scene.App.HealthWorkerAsync(Some.Township);
        return (await worker.GetFromJsonAsync<JsonElement>(Address)).GetProperty("isOverdue").GetBoolean();
    }
}
