using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Pipeline;
using Alleviation.Functions.Records;
using Alleviation.Tests.Support;

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

        Members(households[loser])[0]["idNumber"] = Some.IdNumber();
        using var mended = await worker.CorrectsAsync(locations[loser], households[loser], Version(seen[loser]));
        Assert.Equal(HttpStatusCode.Accepted, mended.StatusCode);
        var listed = await worker.ListedAsync(locations[loser]);
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
        Assert.DoesNotContain(null, listed.RecordNumbers());
        Assert.Empty(listed.RecordNumbers().Intersect(seen[1 - loser].RecordNumbers()));
    }

    [Fact]
    public async Task IdentityIsFreedElsewhere_WhoeverWaitsIsListedByItself()
    {
        await using var app = await StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var shared = Some.IdNumber();
        var (mistaken, right) = (WithHead(shared), WithHead(shared));
        var mistakenAt = await worker.EnrolsAsync(mistaken);
        var holder = await worker.ListedAsync(mistakenAt);
        var rightAt = await worker.EnrolsAsync(right);
        var waiting = await worker.HasStatusAsync(rightAt, "needsReview");
        await Pipeline.SettledAsync(app.Storage);
        Members(mistaken)[0]["idNumber"] = Some.IdNumber();
        using var freed = await worker.CorrectsAsync(mistakenAt, mistaken, Version(holder));
        Assert.Equal(HttpStatusCode.Accepted, freed.StatusCode);
        await Pipeline.SettledAsync(app.Storage);

        var listed = await worker.ListedAsync(rightAt);
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
        // The number was given to somebody else under the wrong citizen ID, who keeps it.
        Assert.Empty(listed.RecordNumbers().Intersect((await worker.ListedAsync(mistakenAt)).RecordNumbers()));
        Assert.True(Version(listed) > Version(waiting));
    }

    /// <summary>Whoever is being built has asked for the identity already, but has not been stored as waiting yet.</summary>
    [Fact]
    public async Task IdentityIsFreedWhileAnotherIsBeingBuilt_TheOtherIsBuiltAgain()
    {
        await using var app = await AppUnderTest.StartAsync(
            settings: new Dictionary<string, string?> { ["AzureWebJobs.BuildHealthRecords.Disabled"] = "true" },
            keepsPoison: true
        );
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var mistaken = WithHead(Some.IdNumber());
        var mistakenAt = await worker.EnrolsAsync(mistaken);
        await BuildAsync(app, mistakenAt);
        var rightAt = await worker.EnrolsAsync(WithHead((string)Members(mistaken)[0]["idNumber"]!));
        var asking = await PartitionAsync(app, rightAt);
        await app.Get<RecordNumbering>()
            .AssignAsync(
                asking.Household,
                [.. asking.OfEachMember(Member.StoredAs)],
                asking.OfEachMember(HealthRecord.StoredAs).ToDictionary(record => record.Member),
                CancellationToken.None
            );

        Members(mistaken)[0]["idNumber"] = Some.IdNumber();
        using var freed = await worker.CorrectsAsync(mistakenAt, mistaken, Version(await worker.GetFromJsonAsync<JsonElement>(mistakenAt)));
        await BuildAsync(app, mistakenAt);

        // What is built on the version that asked can no longer be stored.
        Assert.True((await PartitionAsync(app, rightAt)).Household.Version > asking.Household.Version);
        await BuildAsync(app, rightAt);
        Assert.Empty((await PartitionAsync(app, rightAt)).Household.Problems);
    }

    private static async Task<HouseholdPartition> PartitionAsync(AppUnderTest app, Uri location)
    {
        Assert.True(HouseholdId.TryParse(location.ToString().Split('/')[^1], out var id));
        return (await app.Get<HouseholdTable>().ReadAsync(id, CancellationToken.None))!;
    }

    private static async Task BuildAsync(AppUnderTest app, Uri location)
    {
        var household = (await PartitionAsync(app, location)).Household;
        await app.Get<BuildHealthRecordsHandler>()
            .HandleAsync(new(new EnrolmentReceived(household.Id.Value, household.Version), IsLast: false), CancellationToken.None);
    }

    [Fact]
    public async Task PersonWhoLeavesAndIsEnrolledElsewhere_KeepsTheRecordNumber()
    {
        await using var app = await StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var household = Some.Household();
        var location = await worker.EnrolsAsync(household);
        var before = await worker.ListedAsync(location);
        var daughter = Members(household)[3];
        var idNumber = (string)daughter["idNumber"]!;
        daughter["departure"] = new Dictionary<string, object?> { ["on"] = "2026-10-01", ["reason"] = "marriedOut" };
        using var left = await worker.CorrectsAsync(location, household, Version(before));
        Assert.Equal(HttpStatusCode.Accepted, left.StatusCode);
        await worker.ListedAsync(location);

        var elsewhere = Some.Household("441402004002", Some.Member(), Some.Member("1", "20010809", male: false));
        Members(elsewhere)[1]["idNumber"] = idNumber;
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
        var newborn = Members(household)[2];
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
        Members(other)[2]["idNumber"] = idNumber;
        var claimant = await worker.HasStatusAsync(await worker.EnrolsAsync(other), "needsReview");
        Assert.Equal(after.GetProperty("id").GetString(), claimant.GetProperty("problems")[0].GetProperty("heldBy").GetString());
    }

    private static async Task<AppUnderTest> StartAsync()
    {
        var app = await AppUnderTest.StartAsync(keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        return app;
    }

    private static Dictionary<string, object?> WithHead(string idNumber)
    {
        var household = Some.Household();
        Members(household)[0]["idNumber"] = idNumber;
        return household;
    }

    private static List<Dictionary<string, object?>> Members(Dictionary<string, object?> household) =>
        (List<Dictionary<string, object?>>)household["members"]!;

    private static string? Status(JsonElement household) => household.GetProperty("status").GetString();

    private static int Version(JsonElement household) => household.GetProperty("version").GetInt32();
}
