using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>
/// The most that the checks let through fits into storage: 64 KB to a column, 1 MB to a row, 100 rows and 4 MB to a commit.
/// </summary>
public sealed class LargestHouseholdTests
{
    private const int Members = 30;
    private const int Conditions = 20;

    [Fact]
    public async Task LargestHousehold_IsListedWithARecordForEachMember()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var lists = (await worker.GetFromJsonAsync<JsonElement>("/api/codes")).GetProperty("lists");
        var codes = lists
            .GetProperty("conditions")
            .EnumerateArray()
            .Select(item => item.GetProperty("code").GetString()!)
            .Take(Conditions)
            .ToArray();
        Assert.Equal(Conditions, codes.Length);
        var household = Some.Household(members: [.. Enumerable.Range(0, Members).Select(number => Largest(number, codes))]);
        household["address"] = new string('路', 200);

        using var enrolled = await worker.PostAsJsonAsync("/api/households", household);
        Assert.True(enrolled.StatusCode == HttpStatusCode.Accepted, await enrolled.Content.ReadAsStringAsync());
        var listed = await worker.ListedAsync(enrolled.Headers.Location!);

        Assert.Equal(
            Members,
            listed
                .GetProperty("members")
                .EnumerateArray()
                .Select(member => member.GetProperty("recordNumber").GetString())
                .Distinct()
                .Count()
        );
    }

    private static Dictionary<string, object?> Largest(int number, string[] conditions)
    {
        var member = Some.Member(number == 0 ? "0" : "3", male: false, conditions: conditions);
        member["name"] = new string('测', 50);
        member["basicInformation"] = new Dictionary<string, object?> { ["drugAllergyOther"] = new string('敏', 200) };
        member["readings"] = Enumerable
            .Range(1, 50)
            .Select(day => new Dictionary<string, object?>
            {
                ["code"] = "systolic",
                ["value"] = 150,
                ["takenAt"] = $"2026-{1 + day / 28:D2}-{1 + day % 28:D2}T08:00:00+08:00",
            })
            .ToList();
        return member;
    }
}
