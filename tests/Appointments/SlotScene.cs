using System.Net;
using System.Net.Http.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Appointments;

/// <summary>A physician of the county sees people on Tuesdays from nine to twelve.</summary>
public sealed record SlotScene(CareScene Care, HttpClient Physician) : IAsyncDisposable
{
    public static readonly object Week = new
    {
        week = new[]
        {
            new
            {
                weekday = 2,
                from = "09:00",
                to = "12:00",
                minutes = 60,
                place = "门诊203",
            },
        },
    };

    public static Task<SlotScene> StartAsync() =>
        CareScene
            .StartAsync()
            .ThenAsync(async care =>
            {
                var scene = new SlotScene(care, await care.App.PhysicianAsync(CareScene.County));
                using var answer = await scene.KeepAsync(Week, 0);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return scene;
            });

    public async Task<HttpResponseMessage> KeepAsync(object plan, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{CareScene.County}/slot-plan")
        {
            Content = JsonContent.Create(plan),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await Physician.SendAsync(request);
    }

    public ValueTask DisposeAsync() => Care.DisposeAsync();
}
