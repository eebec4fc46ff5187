using System.Net;
using System.Net.Http.Json;
using Alleviation.Functions.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

/// <summary>Two people do the same at the same moment: one wins, and the other gets what is needed to go on.</summary>
public sealed class ConcurrentEnrolmentTests
{
    [Fact]
    public async Task SameHouseholdTwiceAtOnce_IsEnrolledOnce_AndBothAreToldWhereItIs()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();

        var (first, second) = await BothAsync(
            () => worker.PostAsJsonAsync("/api/households", household),
            () => worker.PostAsJsonAsync("/api/households", household)
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Accepted], Statuses(first, second));
        Assert.Equal((await first.JsonAsync()).GetProperty("id").GetString(), (await second.JsonAsync()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task SameNumberWithOtherContentAtOnce_IsEnrolledOnce_AndTheOtherSeesIt()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        var different = new Dictionary<string, object?>(household) { ["address"] = "示范路2号" };

        var (first, second) = await BothAsync(
            () => worker.PostAsJsonAsync("/api/households", household),
            () => worker.PostAsJsonAsync("/api/households", different)
        );

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict], Statuses(first, second));
        var refused = await (first.StatusCode is HttpStatusCode.Conflict ? first : second).JsonAsync();
        var accepted = await (first.StatusCode is HttpStatusCode.Conflict ? second : first).JsonAsync();
        Assert.Equal("enrolled-differently", refused.GetProperty("code").GetString());
        Assert.Equal(accepted.GetProperty("address").GetString(), refused.GetProperty("current").GetProperty("address").GetString());
        Assert.Equal(accepted.GetProperty("id").GetString(), refused.GetProperty("current").GetProperty("id").GetString());
    }

    [Fact]
    public async Task TwoCorrectionsAtOnce_OneIsAccepted_TheOtherIsShownWhatItHasToStartFrom()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        var location = await worker.EnrolsAsync(household);
        var version = (await worker.ListedAsync(location)).GetProperty("version").GetInt32();

        var (first, second) = await BothAsync(
            () => worker.CorrectsAsync(location, new Dictionary<string, object?>(household) { ["address"] = "示范路3号" }, version),
            () => worker.CorrectsAsync(location, new Dictionary<string, object?>(household) { ["address"] = "示范路4号" }, version)
        );

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.PreconditionFailed], Statuses(first, second));
        var current = (await (first.StatusCode is HttpStatusCode.Accepted ? second : first).JsonAsync()).GetProperty("current");
        var accepted = await (first.StatusCode is HttpStatusCode.Accepted ? first : second).JsonAsync();
        Assert.Equal(accepted.GetProperty("address").GetString(), current.GetProperty("address").GetString());
        Assert.True(current.GetProperty("version").GetInt32() > version);
        await worker.ListedAsync(location);
    }

    [Fact]
    public async Task CorrectionOfWhatOnlyTheServiceHasBuiltOnSince_IsAccepted()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        var location = await worker.EnrolsAsync(household);
        var listed = (await worker.ListedAsync(location)).GetProperty("version").GetInt32();
        Assert.True(listed > 1);

        using var accepted = await worker.CorrectsAsync(
            location,
            new Dictionary<string, object?>(household) { ["address"] = "示范路3号" },
            version: 1
        );
        using var refused = await worker.CorrectsAsync(
            location,
            new Dictionary<string, object?>(household) { ["address"] = "示范路4号" },
            version: listed
        );

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.PreconditionFailed), (accepted.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task ManyHouseholdsOfOneVillageAtOnce_GetNumbersOneAfterTheOther()
    {
        const int Count = 30;
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);

        var locations = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => worker.EnrolsAsync(Some.Household())));
        await Pipeline.SettledAsync(app.Storage);

        var numbers = new List<string?>();
        foreach (var location in locations)
        {
            numbers.AddRange((await worker.ListedAsync(location)).RecordNumbers());
        }
        Assert.All(numbers, number => Assert.True(RecordNumber.TryParse(number, out _)));
        Assert.Equal(Count * 4, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.StartsWith(Some.Village, number, StringComparison.Ordinal));
    }

    private static async Task<(HttpResponseMessage First, HttpResponseMessage Second)> BothAsync(
        Func<Task<HttpResponseMessage>> first,
        Func<Task<HttpResponseMessage>> second
    )
    {
        var answers = await Task.WhenAll(Task.Run(first), Task.Run(second));
        return (answers[0], answers[1]);
    }

    private static IEnumerable<HttpStatusCode> Statuses(params HttpResponseMessage[] answers) =>
        answers.Select(answer => answer.StatusCode).Order();
}
