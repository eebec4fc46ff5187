using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Reliability.IdentityHouseholds;

namespace Alleviation.Tests.Reliability;

/// <summary>One person, one identity, one record number, wherever the person is enrolled.</summary>
public sealed class IdentityTests
{
    [Fact]
    public async Task SamePersonInTwoHouseholdsAtOnce_OneIsListed_TheOtherNamesTheProblem_AndIsListedOnceMended()
    {
        await using var app = await StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var shared = Some.IdNumber();
        var households = new[] { WithHead(shared), WithHead(shared) };
        var locations = await Task.WhenAll(households.Select(household => Task.Run(() => worker.EnrolsAsync(household))));
        await Pipeline.SettledAsync(app.Storage);
        var seen = await Task.WhenAll(locations.Select(location => worker.GetFromJsonAsync<JsonElement>(location)));
        Assert.Equal(["listed", "needsReview"], seen.Select(Status).Order());
        var loser = Array.FindIndex(seen, household => Status(household) == "needsReview");
        var problem = Assert.Single(seen[loser].GetProperty("problems").EnumerateArray());
        Assert.Equal("identityHeld", problem.GetProperty("code").GetString());
        Assert.Equal(1, problem.GetProperty("member").GetInt32());
        Assert.Equal(seen[1 - loser].GetProperty("id").GetString(), problem.GetProperty("heldBy").GetString());
        Assert.Equal(4, seen[loser].GetProperty("members").GetArrayLength());
        // The others of the household do not wait for it.
        Assert.Equal([false, true, true, true], seen[loser].RecordNumbers().Select(number => number is not null));
        MembersOf(households[loser])[0]["idNumber"] = Some.IdNumber();
        using var mended = await worker.CorrectsAsync(locations[loser], households[loser], Version(seen[loser]));
        Assert.Equal(HttpStatusCode.Accepted, mended.StatusCode);
        var listed = await worker.ListedAsync(locations[loser]);
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
        Assert.DoesNotContain(null, listed.RecordNumbers());
        Assert.Empty(listed.RecordNumbers().Intersect(seen[1 - loser].RecordNumbers()));
    }

    [Fact]
    public async Task PersonWhoLeavesAndIsEnrolledElsewhere_KeepsTheRecordNumber()
    {
        await using var app = await StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        var location = await worker.EnrolsAsync(household);
        var before = await worker.ListedAsync(location);
        var daughter = MembersOf(household)[3];
        var idNumber = (string)daughter["idNumber"]!;
        daughter["departure"] = new Dictionary<string, object?> { ["on"] = "2026-10-01", ["reason"] = "marriedOut" };
        using var left = await worker.CorrectsAsync(location, household, Version(before));
        Assert.Equal(HttpStatusCode.Accepted, left.StatusCode);
        await worker.ListedAsync(location);
        var elsewhere = Some.Household("441402004002", Some.Member(), Some.Member("1", "20010809", male: false));
        MembersOf(elsewhere)[1]["idNumber"] = idNumber;
        var after = await worker.ListedAsync(await worker.EnrolsAsync(elsewhere));
        var number = before.RecordNumbers()[3];
        Assert.Equal(number, after.RecordNumbers()[1]);
        var record = await worker.GetFromJsonAsync<JsonElement>($"/api/records/{number}");
        Assert.Equal(after.GetProperty("id").GetString(), record.GetProperty("householdId").GetString());
    }

    [Fact]
    public async Task CitizenIdAddedLater_ClaimsTheIdentity()
    {
        await using var app = await StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        var newborn = MembersOf(household)[2];
        newborn.Remove("idNumber");
        (newborn["idMissingReason"], newborn["sex"], newborn["bornOn"]) = ("newborn", "1", "2026-05-01");
        var location = await worker.EnrolsAsync(household);
        var before = await worker.ListedAsync(location);
        Assert.Equal("idMissing", Assert.Single(before.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        var idNumber = Some.IdNumber("20260501");
        newborn["idNumber"] = idNumber;
        newborn.Remove("idMissingReason");
        using var corrected = await worker.CorrectsAsync(location, household, Version(before));
        Assert.Equal(HttpStatusCode.Accepted, corrected.StatusCode);
        var after = await worker.ListedAsync(location);
        Assert.Empty(after.GetProperty("problems").EnumerateArray());
        Assert.Equal(before.RecordNumbers(), after.RecordNumbers());
        var other = Some.Household();
        MembersOf(other)[2]["idNumber"] = idNumber;
        var claimant = await worker.HasStatusAsync(await worker.EnrolsAsync(other), "needsReview");
        Assert.Equal(after.GetProperty("id").GetString(), claimant.GetProperty("problems")[0].GetProperty("heldBy").GetString());
    }
}
