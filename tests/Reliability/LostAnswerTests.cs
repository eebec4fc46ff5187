using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

/// <summary>The client's own retry of a call whose answer was lost meets its own write, and knows it.</summary>
public sealed class LostAnswerTests() : WithScene<LostAnswerTests.LossyScene>(LossyScene.StartAsync)
{
    [Fact]
    public async Task AnswerToEveryCallIsLostOnce_NobodyAtTheDoorNotices()
    {
        using var worker = await Scene.App.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        Scene.Lost.On = true;

        var location = await worker.EnrolsAsync(household);
        var listed = await worker.ListedAsync(location);
        using var corrected = await worker.CorrectsAsync(
            location,
            new Dictionary<string, object?>(household) { ["address"] = "示范路5号" },
            listed.GetProperty("version").GetInt32()
        );

        Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        var after = await worker.ListedAsync(location);
        Assert.Equal("示范路5号", after.GetProperty("address").GetString());
        Assert.Equal(["44140200400100001", "44140200400100002", "44140200400100003", "44140200400100004"], listed.RecordNumbers());
        Assert.Equal(listed.RecordNumbers(), after.RecordNumbers());
        await Scene.App.CountsAsync(Some.City, counts => counts is { Households: 1, Records: 4, Sick: 1, Drafted: 1 });
        Assert.Empty((await Scene.App.Get<PoisonMessageTable>().PageAsync(null, null, 10, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task AnswerToEveryCallIsLostOnce_AnAccountIsAddedAndIsThePhysicians()
    {
        using var administrator = await Scene.App.OperatorAsync();
        Scene.Lost.On = true;

        using var answer = await administrator.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                userName = "new.physician",
                displayName = "医师",
                role = "physician",
                regions = Array.Empty<string>(),
                physicianId = "P441402004-01",
                password = "a-long-enough-pass-phrase",
            }
        );

        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AnswerToEveryCallIsLostOnce_TheRosterIsKept()
    {
        Scene.Lost.On = true;

        var result = await Scene
            .App.Get<SavePhysicianHandler>()
            .HandleAsync(
                new PhysicianRequest("P441403100-01", "医师", ["generalPractice"], "441403100", "示范医院", 500, null),
                version: null,
                CancellationToken.None
            );

        Assert.NotNull(result.Physician);
        var stored = await Scene.App.Get<PhysicianTable>().ListByPartitionAsync("441403", CancellationToken.None);
        Assert.Equal(1, Assert.Single(stored).Physician.Version);
    }

    /// <summary>A service whose storage does what it is asked, and whose answers are lost once the test says so.</summary>
    public sealed record LossyScene(FaultProxy Proxy, LostAnswers Lost, AppUnderTest App) : IAsyncDisposable
    {
        public static async Task<LossyScene> StartAsync()
        {
            var lost = new LostAnswers();
            return await FaultProxy.StartAsync(await Azurite.NewAccountAsync(), lost.For).ThenAsync(proxy => StartAsync(proxy, lost));
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Proxy.DisposeAsync();
        }

        private static Task<LossyScene> StartAsync(FaultProxy proxy, LostAnswers lost) =>
            AppUnderTest
                .StartAsync(
                    storage: proxy.Account,
                    settings: new Dictionary<string, string?> { ["Storage:RetryDelay"] = "00:00:00.020" },
                    keepsPoison: true
                )
                .ThenAsync(async app =>
                {
                    await app.HasPhysicianAsync("P441402004-01", Some.Township);
                    return new LossyScene(proxy, lost, app);
                });
    }
}
