using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>A household in at one end; its records, plan, physician, worklist and coverage out at the other.</summary>
public sealed class MainPathTests
{
    [Fact]
    public async Task EnrolledHousehold_ComesOutListed_WithRecordsPlanPhysicianWorklistAndCoverage()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        using var official = await app.OfficialAsync(Some.City);
        using var physician = await app.PhysicianAsync("P441402004-01");

        using var enrolled = await worker.PostAsJsonAsync("/api/households", Some.Household());
        Assert.Equal(HttpStatusCode.Accepted, enrolled.StatusCode);
        var household = await worker.ListedAsync(enrolled.Headers.Location!);

        Assert.Equal("P441402004-01", household.GetProperty("responsiblePhysician").GetString());
        var numbers = household
            .GetProperty("members")
            .EnumerateArray()
            .Select(member => member.GetProperty("recordNumber").GetString())
            .ToList();
        Assert.Equal(4, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.StartsWith(Some.Village, number, StringComparison.Ordinal));
        var record = await worker.GetFromJsonAsync<JsonElement>($"/api/records/{numbers[0]}");
        Assert.Equal("I10", record.GetProperty("conditions")[0].GetProperty("code").GetString());
        var plan = await physician.GetFromJsonAsync<JsonElement>($"{enrolled.Headers.Location}/members/1/care-plan");
        Assert.Equal("hypertension", plan.GetProperty("pathways")[0].GetString());
        var worklist = await physician.GetFromJsonAsync<JsonElement>("/api/physicians/P441402004-01/worklist");
        Assert.Equal(numbers[0], worklist.GetProperty("items")[0].GetProperty("recordNumber").GetString());
        var coverage = await Eventually.SeesAsync(
            () => official.GetFromJsonAsync<JsonElement>("/api/coverage/4414"),
            city => city.GetProperty("region").GetProperty("counts").GetProperty("records").GetInt32() == 4
        );
        Assert.Equal(1, coverage.GetProperty("region").GetProperty("counts").GetProperty("households").GetInt32());
    }
}
