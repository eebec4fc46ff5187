using System.Net.Http.Json;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

public sealed class UnroutedTests
{
    [Fact]
    public async Task NobodyServesTheTownship_HouseholdWaitsWithTheReason_AndIsListedOnceSomebodyDoes()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var location = await worker.EnrolsAsync(Some.Household());
        var waiting = await worker.HasStatusAsync(location, "unrouted");
        Assert.Equal("noPhysician", Assert.Single(waiting.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        Assert.DoesNotContain(null, waiting.RecordNumbers());
        await app.CountsAsync(Some.Township, counts => counts is { Households: 1, Unrouted: 1, Routed: 0 });

        using var manager = await app.OperatorAsync();
        using var added = await manager.PutAsJsonAsync(
            "/api/physicians/P441402004-01",
            new
            {
                name = "医师",
                disciplines = new[] { "generalPractice" },
                regionCode = Some.Township,
                organisation = "示范卫生院",
                panelSize = 500,
            }
        );
        Assert.Equal(System.Net.HttpStatusCode.Created, added.StatusCode);

        var listed = await worker.ListedAsync(location);
        Assert.Equal("P441402004-01", listed.GetProperty("responsiblePhysician").GetString());
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
        Assert.Single(await app.Get<WorklistTable>().PanelAsync("P441402004-01"));
        await app.CountsAsync(Some.Township, counts => counts is { Households: 1, Unrouted: 0, Routed: 1 });
    }

    [Fact]
    public async Task SpecialistsAndPhysiciansOfOtherTownships_LeaveTheHouseholdWaiting()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township, disciplines: "cardiology");
        await app.HasPhysicianAsync("P441403100-01", "441403100");
        using var worker = await app.HealthWorkerAsync(Some.Township);

        await worker.HasStatusAsync(await worker.EnrolsAsync(Some.Household()), "unrouted");
    }
}
