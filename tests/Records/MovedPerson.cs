using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Coverage;

namespace Alleviation.Tests.Records;

/// <summary>What has come along with somebody who moves from household A to B, and what is left in A.</summary>
internal static class MovedPerson
{
    // Of the header's own: who the member is, and what building the records makes of the record.
    private static readonly string[] OfTheHousehold = ["1:member:99", "1:record:99"];

    public static void AssertHas(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        Assert.Empty(
            before
                .Where(row =>
                    !OfTheHousehold.Contains(row.Key)
                    && (!after.TryGetValue(row.Key, out var text) || (row.Key != "1:plan:99" && text != row.Value))
                )
                .Select(row => row.Key)
        );

    public static async Task AssertCaredForInBAsync(MovingScene scene)
    {
        var record = await scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{scene.Number}");
        Assert.EndsWith(record.GetProperty("householdId").GetString()!, scene.AtB.ToString(), StringComparison.Ordinal);
        Assert.Equal("2", record.GetProperty("basicInformation").GetProperty("drugAllergies")[0].GetString());
        Assert.Equal("I10", record.GetProperty("conditions")[0].GetProperty("code").GetString());
        Assert.NotEmpty(
            (await scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{scene.Number}/entries")).GetProperty("items").EnumerateArray()
        );
        var medication = await scene.Physician.GetFromJsonAsync<JsonElement>(scene.OfB("medication"));
        Assert.Equal(1, medication.GetProperty("running").GetArrayLength());
        using var course = new HttpRequestMessage(HttpMethod.Put, scene.OfB($"medication/courses/{Guid.NewGuid()}"))
        {
            Content = JsonContent.Create(
                new
                {
                    drug = "amoxicillin",
                    doseAmount = 250,
                    doseUnit = "mg",
                    frequency = "onceDaily",
                }
            ),
        };
        course.Headers.TryAddWithoutValidation("If-Match", "\"v1\"");
        using var refused = await scene.Physician.SendAsync(course);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var household = await scene.HouseholdAsync(scene.AtB);
        Assert.Equal(
            ["appointment", "conference", "decision", "question", "referral", "testReport"],
            household.Tasks.Where(task => task.Member == MovingScene.InB).Select(task => task.Kind).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Single(household.Referrals.Open);
        Assert.NotEmpty(household.Guests);
        Assert.Single(household.Members[MovingScene.InB - 1].Ledgers);
        var slots = await scene.SpecialistClient.GetFromJsonAsync<JsonElement>(
            $"/api/physicians/{MovingScene.Specialist}/slots?from=2026-12-01&days=1"
        );
        Assert.EndsWith(Booking(slots).GetProperty("householdId").GetString()!, scene.AtB.ToString(), StringComparison.Ordinal);
    }

    public static async Task AssertHasLeftAAsync(MovingScene scene)
    {
        var household = await scene.HouseholdAsync(scene.AtA);
        Assert.DoesNotContain(household.Tasks, task => task.Member == MovingScene.InA);
        Assert.Empty(household.Guests);
        Assert.Empty(household.Referrals.Open);
        var counts = CoverageCounts.Of(household, new DateOnly(2026, 11, 23));
        Assert.Equal((1, 0, 0), (counts.Members, counts.Sick, counts.FollowUpsDue));
    }

    private static JsonElement Booking(JsonElement slots) =>
        slots.GetProperty("items").EnumerateArray().First(slot => slot.TryGetProperty("booking", out _)).GetProperty("booking");
}
